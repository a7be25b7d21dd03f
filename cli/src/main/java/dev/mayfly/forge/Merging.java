package dev.mayfly.forge;

import dev.mayfly.http.OriginClient;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;

/**
 * Wishes for a merge in a way that the repository allows, and reads back what came of it; the same
 * for every forge.
 */
record Merging(Forge forge, Wishes wishes, ForgeClient client) {
  /** How often it is looked whether a forge has merged at once, which some do from a queue. */
  private static final int LOOKS = 3;

  /** A change is still looked at for conflicts (Gitea and GitLab), so it may be taken later. */
  static final int NOT_YET = 405;

  /** What one forge is asked. */
  interface Wishes {
    /** The ways to merge that the repository allows, the best first; never none. */
    Iterable<String> ways(RepositoryName repository) throws ForgeException;

    /**
     * Asks for the merge of exactly this head. Done as well when it was asked before.
     *
     * @throws ForgeException (rejected) when the forge declines
     */
    void ask(RepositoryName repository, Change change, CommitSha head, String way)
        throws ForgeException;
  }

  /** Asks; a forge that understands and declines is no failure. */
  AutoMerge request(RepositoryName repository, Change change) throws ForgeException {
    if (change.headSha().isEmpty()) {
      return AutoMerge.declined("the forge does not say which commit the pull request is at");
    }
    Optional<String> no = askUntilSettled(repository, change, change.headSha().get());
    for (int look = 1; ; look++) {
      if (forge.stateOf(repository, change.number()) == PullRequest.State.MERGED) {
        return AutoMerge.MERGED;
      }
      if (no.isPresent()) {
        return AutoMerge.declined(no.get());
      }
      if (look == LOOKS) {
        return AutoMerge.SCHEDULED;
      }
      client.backOff(look);
    }
  }

  /** The last refusal; empty when one way was taken. */
  private Optional<String> askUntilSettled(RepositoryName repository, Change change, CommitSha head)
      throws ForgeException {
    for (int attempt = 1; ; attempt++) {
      Optional<ForgeException> no = ask(repository, change, head);
      if (no.isEmpty()) {
        return Optional.empty();
      }
      if (no.get().status() != NOT_YET || attempt == OriginClient.ATTEMPTS) {
        return Optional.of(String.valueOf(no.get().getMessage()));
      }
      client.backOff(attempt);
    }
  }

  private Optional<ForgeException> ask(RepositoryName repository, Change change, CommitSha head)
      throws ForgeException {
    Optional<ForgeException> last = Optional.empty();
    for (String way : wishes.ways(repository)) {
      try {
        wishes.ask(repository, change, head, way);
        return Optional.empty();
      } catch (ForgeException e) {
        if (e.kind() != ForgeException.Kind.REJECTED) {
          throw e;
        }
        last = Optional.of(e);
      }
    }
    return last;
  }
}
