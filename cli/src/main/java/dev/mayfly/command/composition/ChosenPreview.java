package dev.mayfly.command.composition;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.AppOptions;
import dev.mayfly.command.option.BackupOptions;
import dev.mayfly.command.option.DigestOptions;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.event.PullRequestEvent;
import dev.mayfly.manifest.BundlePin;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** An app and everything else that decides its preview. */
public record ChosenPreview(Blueprint blueprint, PullRequestEvent event, PreviewFacts facts) {
  /** The preview that the command line or the event names. */
  public static ChosenPreview read(ParseResult parsed, Console console, LoadedPlatform loaded) {
    PullRequestEvent event = RunEvent.event(parsed, console, loaded);
    PullRequest pullRequest = event.pullRequest();
    Blueprint blueprint = AppOptions.blueprint(parsed, pullRequest, loaded);
    PreviewFacts facts =
        new PreviewFacts(
            pullRequest, DigestOptions.read(parsed, console, blueprint.app()), Optional.empty());
    App app = blueprint.app();
    PreviewFacts pinned = facts.bundle(bundle(parsed, app));
    return new ChosenPreview(
        blueprint, event, BackupOptions.read(parsed, console).complete(app, pinned));
  }

  private static Optional<BundlePin> bundle(ParseResult parsed, App app) {
    if (!PreviewOptions.BUNDLE_REVISION.isGivenIn(parsed)) {
      return Optional.empty();
    }
    String given = PreviewOptions.BUNDLE_REVISION.in(parsed).orElse("");
    CommitSha revision =
        CommitSha.parse(given)
            .orElseThrow(
                () ->
                    UsageErrors.usage(
                        "`"
                            + PreviewOptions.BUNDLE_REVISION.name()
                            + "` is `"
                            + given
                            + "`, which is no commit",
                        "write all 40 digits"));
    return Optional.of(
        BundlePin.of(
            app.bundle()
                .origin()
                .followed()
                .orElseThrow(
                    () ->
                        UsageErrors.usage(
                            "the bundle of app `" + app.name() + "` follows no tag or branch",
                            "leave out " + PreviewOptions.BUNDLE_REVISION.name())),
            revision));
  }
}
