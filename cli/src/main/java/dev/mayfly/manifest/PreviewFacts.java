package dev.mayfly.manifest;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.image.PinnedImage;
import dev.mayfly.platform.App;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.template.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that decides one preview besides the platform.
 *
 * @param digests by image id
 * @param backup the Backup that a clone recovers from, where the platform says {@code latest}
 * @param bundle the commit of an admin's tag or branch that the bundle is read at
 * @param openedAt when the preview was first delivered; an input like any other, read from no clock
 *     here
 * @param attempt 1, and more after somebody asked Argo CD to try again
 */
public record PreviewFacts(
    PullRequest pullRequest,
    Map<String, ImageDigest> digests,
    Optional<String> backup,
    Optional<BundlePin> bundle,
    Optional<Instant> openedAt,
    int attempt) {
  /** Three digits; what comes after differs from it all the same. */
  private static final int LAST = 999;

  public PreviewFacts {
    digests = new TreeMap<>(digests);
  }

  /** The facts of a preview that was not delivered yet. */
  public PreviewFacts(
      PullRequest pullRequest, Map<String, ImageDigest> digests, Optional<String> backup) {
    this(pullRequest, digests, backup, Optional.empty(), Optional.empty(), 1);
  }

  /** The images of an app that have a digest here, in its order. */
  public List<PinnedImage> images(App app) {
    return app.images().stream()
        .flatMap(image ->
            Optional.ofNullable(digests.get(image.id())).stream()
                .map(digest -> new PinnedImage(image.name(), digest)))
        .toList();
  }

  /** Of the same pull request, whose repository bears another name now. */
  public PreviewFacts in(RepositoryName repository) {
    return new PreviewFacts(pullRequest.in(repository), digests, backup, bundle, openedAt, attempt);
  }

  public PreviewFacts backup(Optional<String> other) {
    return new PreviewFacts(pullRequest, digests, other, bundle, openedAt, attempt);
  }

  public PreviewFacts bundle(Optional<BundlePin> other) {
    return new PreviewFacts(pullRequest, digests, backup, other, openedAt, attempt);
  }

  public PreviewFacts openedAt(Instant when) {
    return new PreviewFacts(pullRequest, digests, backup, bundle, Optional.of(when), attempt);
  }

  public PreviewFacts attempt(int other) {
    return new PreviewFacts(pullRequest, digests, backup, bundle, openedAt, other);
  }

  /**
   * A text of the platform, filled in.
   *
   * @throws ProblemsException (rendering) when a fact in it is not known
   */
  public String bind(Text text) {
    return text.bind(new ConcreteBinding(this));
  }

  /**
   * What an environment is rendered from: which pull request, and at which commit its first app was
   * opened. It runs nothing, so all else stays as that was.
   */
  public PreviewFacts ofEnvironment() {
    PullRequest bare =
        new PullRequest(pullRequest.repository(), pullRequest.number(), pullRequest.headSha());
    return new PreviewFacts(bare, Map.of(), Optional.empty(), Optional.empty(), openedAt, 1);
  }

  /**
   * The attempt after this one: a commit that differs in every object, so that Argo CD, which tries
   * each pair of commits once and hooks of a synced Application never, tries again.
   */
  public int nextAttempt() {
    return attempt < LAST ? attempt + 1 : 2;
  }

  boolean isRetried() {
    return attempt > 1;
  }
}
