package dev.mayfly.command.composition;

import dev.mayfly.command.option.AppOptions;
import dev.mayfly.command.option.BackupOptions;
import dev.mayfly.command.option.DigestOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.manifest.BundlePin;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import java.util.Optional;

/** An app and everything else that decides its preview. */
public record ChosenPreview(Blueprint blueprint, PreviewFacts facts) {
  /** The preview that the command line or the event names. */
  public static ChosenPreview read(Invocation invocation, LoadedPlatform loaded) {
    PullRequest pullRequest = RunEvent.event(invocation, loaded).pullRequest();
    Blueprint blueprint = AppOptions.blueprint(invocation, pullRequest, loaded);
    PreviewFacts facts =
        new PreviewFacts(
            pullRequest, DigestOptions.read(invocation, blueprint.app()), Optional.empty());
    App app = blueprint.app();
    PreviewFacts pinned = facts.bundle(bundle(invocation, app));
    return new ChosenPreview(blueprint, BackupOptions.read(invocation).complete(app, pinned));
  }

  private static Optional<BundlePin> bundle(Invocation invocation, App app) {
    Optional<String> given = PreviewOptions.BUNDLE_REVISION.in(invocation);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    String option = PreviewOptions.BUNDLE_REVISION.name();
    CommitSha revision =
        CommitSha.parse(given.get())
            .orElseThrow(() ->
                UsageErrors.usage(
                    "`" + option + "` is `" + given.get() + "`, which is not a commit",
                    "write all 40 digits"));
    BundleOrigin.Repository followed =
        app.bundle()
            .origin()
            .followed()
            .orElseThrow(() ->
                UsageErrors.usage(
                    "the bundle of app `" + app.name() + "` follows no tag or branch",
                    "leave out " + option));
    return Optional.of(BundlePin.of(followed, revision));
  }
}
