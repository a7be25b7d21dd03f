package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.Change;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.Decision;
import dev.mayfly.git.PushOutcome;
import dev.mayfly.git.RefChange;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;

/**
 * Puts an edit onto a branch of its own, always as one commit on top of the GitOps branch, so that
 * its pull request shows this preview and nothing else.
 */
record Placement(RemoteRepository remote, PreviewId id, Optional<CommitSha> tip) {
  RefName branch() {
    return PreviewBranch.of(remote, id);
  }

  /**
   * The commit that the branch has now.
   *
   * @throws ProblemsException (refused) when somebody else made it
   */
  Optional<Snapshot> existing() {
    Optional<Snapshot> existing = tip.map(remote::fetch);
    if (existing.isPresent() && !Message.isAbout(existing.get().message(), id)) {
      throw Fault.REFUSED.error(
          "foreign-branch",
          "the branch `" + branch().shortName() + "` holds a commit that Mayfly did not make",
          "it is left as it is; rename or delete it");
    }
    return existing;
  }

  /**
   * The decision to commit onto the branch.
   *
   * @param base the GitOps branch
   * @param slot where the platform's slot ref points now, when a new place is taken; the two refs
   *     then move together or not at all
   */
  Decision onto(Snapshot base, List<TreeEdit> edits, CommitText text, Optional<Slot> slot) {
    return new Decision.Write(
        base,
        edits,
        slot.map(s -> s.mark(text)).orElse(text),
        commit -> {
          List<RefChange> changes = new ArrayList<>();
          changes.add(new RefChange(branch(), tip, Optional.of(commit)));
          slot.ifPresent(
              s -> changes.add(new RefChange(s.ref(), s.expected(), Optional.of(commit))));
          return changes;
        });
  }

  /**
   * People who closed a GitOps pull request without merging it said no to that commit: it is not
   * proposed again, however often events and sweeps come by; a new commit is. Asked once, before
   * anything is pushed. The branch goes, since nothing comes of it and it would hold a place.
   *
   * @throws ProblemsException (refused) when they did
   */
  void requireNotDeclined(Proposals proposals, ChangeText text, boolean dryRun) {
    Optional<Change> declined = proposals.declined(branch(), text);
    if (declined.isPresent()) {
      delete(dryRun);
      throw Proposals.refusal(declined.get());
    }
  }

  /**
   * Takes back what the branch asks for: first its pull request, then the branch itself.
   *
   * @param stale which pull requests were closed by a branch's end, not by a person
   * @return whether there was a branch
   * @throws ProblemsException (refused) when somebody else made it, (remote) when it stays
   */
  boolean withdraw(Proposals proposals, Predicate<Change> stale, boolean dryRun) {
    boolean there = existing().isPresent();
    if (!dryRun && there && !proposals.proposes()) {
      proposals.withdrawFormer(branch());
    } else if (!dryRun) {
      proposals.withdraw(branch(), stale);
    }
    return there && delete(dryRun);
  }

  /**
   * Deletes the branch where there is one; a pull request that people closed stays as it is.
   *
   * @throws ProblemsException (refused) when somebody else made it, (remote) when it stays
   */
  boolean delete(boolean dryRun) {
    if (existing().isEmpty()) {
      return false;
    }
    if (dryRun) {
      return true;
    }
    return switch (remote.push(List.of(RefChange.delete(branch(), tip.orElseThrow())))) {
      case PushOutcome.Landed landed -> true;
      case PushOutcome.Refused(String reason) -> throw notDeleted(": " + reason);
      case PushOutcome.Unreachable(String reason) -> throw notDeleted(": " + reason);
      case PushOutcome.LostRace lost -> throw notDeleted("");
      case PushOutcome.NotAtomic missing -> throw notDeleted("");
    };
  }

  private ProblemsException notDeleted(String why) {
    return Fault.REMOTE.error(
        "branch-not-deleted",
        "the branch `" + branch().shortName() + "` could not be deleted" + why,
        "run the command again");
  }

  /** Deletes the branch where people declined what it asks for: nothing comes of it. */
  boolean deleteDeclined(Proposals proposals, boolean dryRun) {
    return tip.isPresent()
        && proposals.stateOf(branch()) instanceof Proposals.ChangeState.Declined
        && delete(dryRun);
  }

  /** The platform's slot ref and what it is believed to be. */
  record Slot(RefName ref, Optional<CommitSha> expected) {
    /** Names what the slot held, or else the same commit made twice would not move it. */
    CommitText mark(CommitText text) {
      SequencedMap<String, String> trailers = new LinkedHashMap<>(text.trailers());
      trailers.put("Mayfly-Place-After", expected.map(CommitSha::hex).orElse("none"));
      return new CommitText(
          text.author(), text.email(), text.when(), text.subject(), text.body(), trailers);
    }
  }
}
