package dev.mayfly.forge;

import java.time.Instant;
import java.util.Optional;

/**
 * What a forge is told of a preview at one commit. The one home of the words: Mayfly and, by its
 * notifications, Argo CD write to the same place.
 *
 * @param said the words that come with it; read back, a cluster's, and through it a pull request's
 * @param at when it was said; empty where the forge does not tell, and of what is yet to be said
 */
public record Deployment(State state, String said, Optional<Instant> at) {
  private static final String WAITS = "waits for its GitOps pull request";

  /** GitHub takes no more (GitHub docs, "Create a deployment status"). */
  private static final int LONGEST = 140;

  Deployment(State state, String said) {
    this(state, said, Optional.empty());
  }

  /** How it went, in the one vocabulary of all forges, and what each of them calls it. */
  public enum State {
    /** Not delivered yet. Forges but GitHub know one word for this and the next. */
    QUEUED("queued", "pending", "pending"),
    PENDING("in_progress", "running", "pending"),
    SUCCESS("success", "success", "success"),
    FAILURE("failure", "failed", "failure"),
    /** Another commit took its place, or it was taken away. */
    INACTIVE("inactive", "canceled", "skipped");

    final String gitHub;
    final String gitLab;
    final String gitea;

    State(String gitHub, String gitLab, String gitea) {
      this.gitHub = gitHub;
      this.gitLab = gitLab;
      this.gitea = gitea;
    }

    private boolean isEnd() {
      return this == SUCCESS || this == FAILURE;
    }

    /** The word for programs, that of GitHub. */
    public String word() {
      return gitHub;
    }
  }

  /** The change waits on a branch. */
  public static Deployment queued() {
    return new Deployment(State.QUEUED, WAITS);
  }

  /** The commit is on the GitOps branch. */
  public static Deployment delivered() {
    return new Deployment(State.PENDING, "delivered; Argo CD takes it from here");
  }

  /** Somebody waited for it, and it came. */
  public static Deployment live() {
    return new Deployment(State.SUCCESS, "synced and healthy");
  }

  /** Somebody waited for it, and this is why it does not come. */
  public static Deployment failed(String reason) {
    return new Deployment(State.FAILURE, reason);
  }

  /** It was taken away. */
  public static Deployment gone() {
    return new Deployment(State.INACTIVE, "the preview is gone");
  }

  /** Another commit took its place. */
  static Deployment replaced() {
    return new Deployment(State.INACTIVE, "a newer commit took its place");
  }

  /** What an end tells of a preview that was changed. */
  public enum About {
    /** It ended before. */
    WHAT_WAS,
    /** It ended since, or nothing has ended. */
    WHAT_IS,
    /** Nobody tells when the one or the other was. */
    UNKNOWN
  }

  /**
   * What it is about.
   *
   * @param changed when the preview was changed; empty where that is not known
   */
  public About about(Optional<Instant> changed) {
    if (!state.isEnd()) {
      return About.WHAT_IS;
    } else if (at.isEmpty() || changed.isEmpty()) {
      return About.UNKNOWN;
    }
    return at.get().isBefore(changed.get()) ? About.WHAT_WAS : About.WHAT_IS;
  }

  /** Whether nothing runs there any more. */
  boolean isOver() {
    return state == State.INACTIVE;
  }

  /** The same, said at this time. */
  Deployment at(Optional<Instant> time) {
    return new Deployment(state, said, time);
  }

  /** Whether it says no more than Git does: then no cluster has said anything. */
  public boolean isKnownByGit() {
    boolean silent = said.isEmpty() || said.equals(WAITS) || said.equals(delivered().said);
    return silent && !state.isEnd();
  }

  /**
   * What was said last, of two places where it is said. Where one has no time, an end counts more
   * than a beginning.
   */
  static Optional<Deployment> later(Optional<Deployment> one, Optional<Deployment> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    Optional<Instant> first = one.get().at;
    Optional<Instant> second = other.get().at;
    boolean isOther =
        first.isPresent() && second.isPresent()
            ? second.get().isAfter(first.get())
            : !one.get().state.isEnd();
    return isOther ? other : one;
  }

  /**
   * Whether this says more than what stands there. On its way is no news of what has ended: whoever
   * saw the end knew more, unless what they saw was changed since.
   */
  boolean isNewsAfter(Optional<Deployment> there, boolean changed) {
    if (there.isEmpty()) {
      return state != State.INACTIVE;
    }
    State known = there.get().state;
    return switch (state) {
      case QUEUED -> known == State.INACTIVE || changed && known.isEnd();
      case PENDING ->
          known == State.INACTIVE || there.get().said.equals(WAITS) || changed && known.isEnd();
      case SUCCESS, FAILURE, INACTIVE -> known != state;
    };
  }

  /** The words as every forge takes them. */
  String description() {
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…";
  }

  /** What GitHub, GitLab and Gitea call the states of deployments and of commit statuses. */
  static State state(String word) {
    return switch (word) {
      case "success" -> State.SUCCESS;
      case "failure", "failed", "error" -> State.FAILURE;
      case "inactive", "canceled", "skipped" -> State.INACTIVE;
      default -> State.PENDING;
    };
  }
}
