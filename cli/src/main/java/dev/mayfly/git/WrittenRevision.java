package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.preview.CommitSha;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
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
    Optional<RefName> head = RefName.parse(Constants.R_HEADS + text);
    Optional<RefName> label = RefName.parse(Constants.R_TAGS + text);
    List<RefName> names = Stream.concat(head.stream(), label.stream()).toList();
    SortedMap<RefName, CommitSha> refs =
        remote.refs(names.stream().map(RefName::full).toList(), names::contains);
    Optional<CommitSha> branch = head.map(refs::get);
    Optional<CommitSha> tag = label.map(refs::get);
    Snapshot found = branch.or(() -> tag).map(remote::fetch).orElseThrow(() -> missing(remote));
    if (branch.isPresent()
        && tag.isPresent()
        && !remote.fetch(tag.get()).commit().equals(found.commit())) {
      throw Fault.REMOTE.error(
          "revision-ambiguous",
          "`%s` has a branch and a tag `%s`, which differ".formatted(remote.url(), text),
          "rename one of them, or write the commit");
    }
    return found;
  }

  private RuntimeException missing(RemoteRepository remote) {
    List<String> names = new ArrayList<>();
    for (String kind : List.of(Constants.R_HEADS, Constants.R_TAGS)) {
      SortedMap<RefName, CommitSha> refs = remote.refs(kind);
      refs.keySet().forEach(ref -> names.add(ref.full().substring(kind.length())));
    }
    String near = NearMiss.hint(text, names);
    return Fault.REMOTE.error(
        "revision-missing",
        "`%s` has no branch and no tag `%s`".formatted(remote.url(), text),
        text.matches("[0-9a-f]{7,39}") ? "a commit is written with all its 40 digits" : near);
  }
}
