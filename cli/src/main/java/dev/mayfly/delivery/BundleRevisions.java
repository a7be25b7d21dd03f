package dev.mayfly.delivery;

import dev.mayfly.manifest.BundlePin;
import dev.mayfly.platform.App;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.preview.CommitSha;
import java.util.Optional;

/** Looks up which commit an admin's tag or branch is now. */
@FunctionalInterface
public interface BundleRevisions {
  /** For platforms of which no bundle follows anything. */
  BundleRevisions NONE =
      followed -> {
        throw new IllegalStateException("no bundle follows a tag or branch here");
      };

  /**
   * The commit.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (remote) when the repository does not say
   */
  CommitSha now(BundleOrigin.Repository followed);

  /** What is recorded of an app's bundle: nothing where it follows nothing. */
  default Optional<BundlePin> pin(App app) {
    return app.bundle().origin().followed().map(it -> BundlePin.of(it, now(it)));
  }

  /** The same, but as recorded as long as the platform says the same tag or branch. */
  default Optional<BundlePin> pin(App app, Optional<BundlePin> recorded) {
    Optional<BundleOrigin.Repository> followed = app.bundle().origin().followed();
    return recorded.filter(pin -> followed.filter(pin::isOf).isPresent()).or(() -> pin(app));
  }
}
