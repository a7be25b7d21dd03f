package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.platform.Quantity;
import dev.mayfly.preview.CommitSha;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The previews of a platform at one moment.
 *
 * @param places how many places of the limit they take
 * @param problems records that could not be read; their previews are listed all the same
 * @param unasked why it is not known whether a bundle has moved
 */
public record Status(
    String platform,
    List<Preview> previews,
    int places,
    int limit,
    List<Use> capacity,
    List<Problem> problems,
    List<Problem> unasked) {

  /** Whether any preview has its bundle from another repository or a registry. */
  public boolean namesBundles() {
    return previews.stream().anyMatch(preview -> preview.bundle().isPresent());
  }

  /** Where a preview stands. */
  public enum State {
    MERGED("live"),
    WAITS_FOR_MERGE("waits for its pull request"),
    WAITS_FOR_REMOVAL("waits for its removal to be merged");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * One preview; what its record does not say is empty.
   *
   * @param environment what it shares its place with; empty where it has one alone
   */
  public record Preview(
      PreviewId id,
      Optional<String> environment,
      State state,
      Optional<CommitSha> headSha,
      Optional<Instant> openedAt,
      Optional<String> url,
      Optional<BundleStand> bundle) {}

  /**
   * How much of a resource all previews request, and how much there is.
   *
   * @param limit what they may use before they are stopped, as far as it is known
   */
  public record Use(String resource, Quantity used, Quantity limit, Quantity capacity) {}
}
