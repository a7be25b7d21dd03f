package dev.mayfly.git;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.preview.CommitSha;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.jgit.lib.Constants;

/**
 * A revision as a person writes it: a branch, a tag or a whole commit id. No expression of Git, no
 * beginning of an id: those mean another commit tomorrow.
 */
public record WrittenRevision(String text) {

  /**
   * The commit that it is at the remote now.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (remote) when the remote has no such thing, or
   *     a branch and a tag of this name that differ
   */
  public Snapshot in(RemoteRepository remote) {
    Optional<CommitSha> whole = CommitSha.parse(text);
    if (whole.isPresent()) {
      return remote.fetch(whole.get());
    }
    Optional<CommitSha> branch = find(Constants.R_HEADS, remote);
    Optional<CommitSha> tag = find(Constants.R_TAGS, remote);
    Snapshot found = branch.or(() -> tag).map(remote::fetch).orElseThrow(() -> missing(remote));
    if (branch.isPresent()
        && tag.isPresent()
        && !remote.fetch(tag.get()).commit().equals(found.commit())) {
      throw GitProblems.remote(
          "revision-ambiguous",
          "`%s` has a branch and a tag `%s`, which differ".formatted(remote.url(), text),
          "rename one of them, or write the commit");
    }
    return found;
  }

  private Optional<CommitSha> find(String kind, RemoteRepository remote) {
    Optional<RefName> name = RefName.parse(kind + text);
    return name.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(remote.refs(kind + text).get(name.get()));
  }

  private RuntimeException missing(RemoteRepository remote) {
    List<String> names = new ArrayList<>();
    for (String kind : List.of(Constants.R_HEADS, Constants.R_TAGS)) {
      SortedMap<RefName, CommitSha> refs = remote.refs(kind);
      refs.keySet().forEach(ref -> names.add(ref.full().substring(kind.length())));
    }
    String near = NearMiss.hint(text, names);
    return GitProblems.remote(
        "revision-missing",
        "`%s` has no branch and no tag `%s`".formatted(remote.url(), text),
        text.matches("[0-9a-f]{7,39}") ? "a commit is written with all its 40 digits" : near);
  }
}
