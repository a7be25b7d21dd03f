package dev.mayfly.manifest;

import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A preview of an app to look at, where nobody knows its digests, its backup and its commits. */
public final class SamplePreview {
  private static final CommitSha COMMIT = new CommitSha("0".repeat(40));
  private static final ImageDigest DIGEST = new ImageDigest("sha256:" + "0".repeat(64));

  private SamplePreview() {}

  /** That of the largest number. */
  public static PreviewFacts facts(Blueprint blueprint) {
    App app = blueprint.app();
    return facts(app, new PullRequest(app.repository(), PullRequestNumber.LARGEST, COMMIT));
  }

  /** That of a pull request. */
  public static PreviewFacts facts(App app, PullRequest pullRequest) {
    Map<String, ImageDigest> digests = new TreeMap<>();
    app.images().forEach(image -> digests.put(image.id(), DIGEST));
    return new PreviewFacts(pullRequest, digests, Optional.of("latest"))
        .bundle(app.bundle().origin().followed().map(it -> BundlePin.of(it, COMMIT)));
  }
}
