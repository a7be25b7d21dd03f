package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.AutoMerge;
import dev.mayfly.forge.Change;
import dev.mayfly.forge.ChangeRequest;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.NoForge;
import dev.mayfly.forge.Proposal;
import dev.mayfly.git.RefName;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The pull requests of the GitOps repository, one for each branch of Mayfly's own. A branch waits
 * for an open one, or it goes.
 *
 * @param repository where they are; empty where no forge is asked
 * @param base the branch they go into
 * @param proposes whether any change is proposed; where all are pushed only a branch of before may
 *     have one
 */
public record Proposals(
    Forge forge, Optional<RepositoryName> repository, String base, boolean proposes) {
  /** Where no forge is asked. */
  public static final Proposals NONE = new Proposals(new NoForge(), Optional.empty(), "", false);

  /** How it stands with the pull request of a branch. */
  sealed interface ChangeState {
    /** Empty where no forge is asked. */
    record Open(Optional<String> url) implements ChangeState {}

    /** The newest was closed by people, without a merge. */
    record Declined() implements ChangeState {}

    /** There is none, or the newest is merged. */
    record None() implements ChangeState {}
  }

  /** Those of a platform, at its forge. */
  public static Proposals of(Forge forge, Platform platform) {
    return platform.gitops().isGenerator()
        ? NONE
        : new Proposals(
            forge,
            platform.gitops().nameAt(platform.forge()),
            platform.gitops().branch(),
            platform.gitops().proposesChanges());
  }

  /** The pull request by which people declined this very change. */
  Optional<Change> declined(RefName branch, ChangeText text) {
    return newestDeclined(branch).filter(text::isSaidBy);
  }

  ChangeState stateOf(RefName branch) {
    Optional<Change> open = asked().isEmpty() ? Optional.empty() : find(branch);
    if (asked().isEmpty() || open.isPresent()) {
      return new ChangeState.Open(open.map(Change::url));
    }
    return newestDeclined(branch).filter(ChangeText::isOurs).isPresent()
        ? new ChangeState.Declined()
        : new ChangeState.None();
  }

  /**
   * Opens the pull request of a branch that is pushed, or brings it up to date, and reads it again:
   * a branch that waits for nothing would hold its place for ever. One that is closed at once is
   * opened once more: Gitea takes the end of a branch from a queue, and may close a new pull
   * request of the same name for it ({@code services/repository/push.go}).
   *
   * @throws ProblemsException (remote) when it is not open afterwards
   */
  Proposal propose(RefName branch, ChangeText text) {
    RepositoryName at = repository.orElseThrow();
    ChangeRequest request = text.request(branch.shortName(), base);
    Proposal proposal = ForgeException.required(() -> forge.propose(at, request));
    if (isClosed(at, proposal)) {
      proposal = ForgeException.required(() -> forge.propose(at, request));
    }
    if (isClosed(at, proposal)) {
      throw Fault.REMOTE.error(
          "change-not-open",
          "the branch `"
              + branch.shortName()
              + "` is pushed, but its pull request "
              + proposal.change().url()
              + " is not open",
          "run the command again, or delete the branch to free its place");
    }
    return proposal;
  }

  private boolean isClosed(RepositoryName at, Proposal proposal) {
    return ForgeException.required(() -> forge.stateOf(at, proposal.change().number()))
        == PullRequest.State.CLOSED;
  }

  AutoMerge requestAutoMerge(Change change) {
    return ForgeException.required(() -> forge.requestAutoMerge(repository.orElseThrow(), change));
  }

  /**
   * Closes the pull request of a branch that is to go, and says so in its text. To be done before
   * the branch is deleted: forges close one whose branch is gone, and it would pass for a person's
   * no from then on.
   *
   * @param stale which closed ones were closed by the branch's end, not by a person
   * @throws ProblemsException (remote) when the forge does not do it
   */
  void withdraw(RefName branch, Predicate<Change> stale) {
    if (asked().isPresent()) {
      find(branch).or(() -> newestDeclined(branch).filter(stale)).ifPresent(this::withdraw);
    }
  }

  /**
   * The same of a branch from before all changes were pushed: were they proposed again, its end
   * would pass for a no.
   */
  void withdrawFormer(RefName branch) {
    try {
      repository.flatMap(at -> find(branch)).ifPresent(this::withdraw);
    } catch (ProblemsException e) {
      // A courtesy; the branch goes all the same.
    }
  }

  private void withdraw(Change change) {
    ForgeException.done(
        () -> forge.withdraw(repository.orElseThrow(), change.number(), ChangeText.WITHDRAWN));
  }

  private Optional<RepositoryName> asked() {
    return repository.filter(it -> proposes);
  }

  private Optional<Change> find(RefName branch) {
    return ForgeException.required(
        () -> forge.findChange(repository.orElseThrow(), branch.shortName(), base));
  }

  private Optional<Change> newestDeclined(RefName branch) {
    return asked()
        .flatMap(at -> ForgeException.required(() -> forge.declined(at, branch.shortName(), base)));
  }

  /** Those that were merged lately; none where the forge does not say. */
  List<Change> mergedLately() {
    return asked()
        .map(at -> ForgeException.required(() -> forge.mergedLately(at, base)))
        .orElse(List.of());
  }

  static Problem warning(Change declined) {
    return Problem.warning(
        "declined",
        null,
        declined.url() + " was closed without a merge, so the same is not proposed again",
        "a new commit is proposed again; to have this one after all, restore the branch and reopen"
            + " it");
  }

  /** The same as the reason of a refusal. */
  static ProblemsException refusal(Change declined) {
    Problem said = warning(declined);
    return Fault.REFUSED.error(said.id(), said.message(), said.hint());
  }
}
