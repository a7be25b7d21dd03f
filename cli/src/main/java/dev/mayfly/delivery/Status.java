package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The previews of a platform at one moment.
 *
 * @param health who was asked how they fare, in one word
 * @param places how many places of the limit they take
 * @param problems records that could not be read; their previews are listed all the same
 * @param unasked why something is not known that others could have said
 */
public record Status(
    String platform,
    List<Preview> previews,
    String health,
    int places,
    int limit,
    List<Use> capacity,
    List<Problem> problems,
    List<Problem> unasked) {

  /** Whether any preview has its bundle from another repository or a registry. */
  public boolean namesBundles() {
    return previews.stream().anyMatch(preview -> preview.bundle().isPresent());
  }

  /**
   * One preview; what its record does not say is empty.
   *
   * @param environment what it shares its place with; empty where it has one alone
   * @param source the pull request as recorded: at this commit the preview was delivered
   * @param link where people look at the pull request
   * @param expiresAt when it goes if nobody touches its pull request
   * @param requests what it asks the cluster for, as far as that is known
   */
  public record Preview(
      PreviewId id,
      Optional<String> environment,
      PreviewStatus status,
      Optional<PullRequest> source,
      Optional<String> link,
      Optional<Instant> openedAt,
      Optional<Instant> expiresAt,
      Amounts requests,
      Optional<String> url,
      Optional<BundleStand> bundle) {
    public Optional<CommitSha> headSha() {
      return source.map(PullRequest::headSha);
    }
  }

  /**
   * How much of a resource all previews request, and how much there is.
   *
   * @param limit what they may use before they are stopped, as far as it is known
   */
  public record Use(String resource, Quantity used, Quantity limit, Quantity capacity) {}
}
