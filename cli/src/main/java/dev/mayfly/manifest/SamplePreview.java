package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A preview of an app to look at where there is no pull request: of the largest number. */
public final class SamplePreview {
  private static final CommitSha COMMIT = new CommitSha("0".repeat(40));

  private SamplePreview() {}

  public static PreviewFacts facts(Blueprint blueprint) {
    Map<String, ImageDigest> digests = new TreeMap<>();
    blueprint
        .app()
        .images()
        .forEach(image -> digests.put(image.id(), new ImageDigest("sha256:" + "0".repeat(64))));
    return new PreviewFacts(
            new PullRequest(blueprint.app().repository(), PullRequestNumber.LARGEST, COMMIT),
            digests,
            Optional.of("latest"))
        .bundle(
            blueprint
                .app()
                .bundle()
                .origin()
                .followed()
                .map(followed -> BundlePin.of(followed, COMMIT)));
  }
}
