package dev.mayfly.delivery;

import dev.mayfly.admission.Membership;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.platform.Admission;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks the forge who is in the teams and organizations of a platform, as far as it matters. */
final class GroupMembers {
  private GroupMembers() {}

  static Membership ask(Forge forge, Admission admission, PullRequest pullRequest)
      throws ForgeException {
    String author = pullRequest.details().author();
    Set<String> ofAuthor = new TreeSet<>();
    if (!admission.authors().names(author) && !admission.authors().excludes(author)) {
      ofAuthor.addAll(admission.authors().groups());
    }
    Set<String> ofOwner = new TreeSet<>();
    Optional<RepositoryName> head =
        pullRequest.details().headRepository().filter(fork -> pullRequest.isFork());
    if (head.isPresent() && !admission.forks().lists(head.get().path())) {
      ofOwner.addAll(admission.forks().groups());
      ofAuthor.addAll(admission.forks().groups());
    }
    return new Membership(
        members(forge, ofAuthor, author),
        members(forge, ofOwner, head.map(RepositoryName::owner).orElse("")));
  }

  private static Set<String> members(Forge forge, Set<String> groups, String user)
      throws ForgeException {
    Set<String> found = new TreeSet<>();
    for (String group : groups) {
      if (!user.isEmpty() && forge.isMember(group, user)) {
        found.add(group);
      }
    }
    return found;
  }
}
