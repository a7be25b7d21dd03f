package dev.mayfly.command.option;

import dev.mayfly.command.console.Console;
import dev.mayfly.event.CiEnvironment;
import dev.mayfly.event.PullRequestEvent;
import dev.mayfly.event.PullRequestFacts;
import dev.mayfly.manifest.BundlePin;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that name one preview: app, pull request, digests. */
public final class PreviewOptions {
  public static final ValueOption<String> EVENT =
      ValueOption.text("--event", "FILE", "the CI's event file with the pull request");
  public static final ValueOption<String> PR =
      ValueOption.text("--pr", "NUMBER", "the pull request, by hand");
  public static final ValueOption<String> SHA =
      ValueOption.text("--sha", "SHA", "its head commit, 40 hex digits");
  public static final ValueOption<String> BUNDLE_REVISION =
      ValueOption.text(
          "--bundle-revision", "SHA", "the commit of a bundle that follows a tag or branch");
  public static final ValueOption<String> REPOSITORY =
      ValueOption.text("--repository", "OWNER/NAME", "its repository; the app's when left out");

  public static final FlagOption OFFLINE =
      new FlagOption("--offline", "believe the event and ask no forge; nothing is written there");

  public static final FlagOption PLAN =
      new FlagOption("--plan", "show on standard error what the preview and all others request");

  /** What says something of one pull request, and nothing where none is named. */
  public static final Option[] OF_ONE = {
    AppOptions.APP,
    SHA,
    REPOSITORY,
    DigestOptions.IMAGE,
    DigestOptions.LOCK,
    DigestOptions.SOURCE,
    BackupOptions.BACKUP,
    FactsOptions.FACTS,
    PLAN,
    BUNDLE_REVISION
  };

  private PreviewOptions() {}

  /** An app and everything else that decides its preview. */
  public record Chosen(Blueprint blueprint, PullRequestEvent event, PreviewFacts facts) {}

  /** The options that say all of one preview. */
  public static void addTo(CommandSpec spec) {
    addPullRequest(spec);
    DigestOptions.addTo(spec);
    BackupOptions.addTo(spec);
    spec.addOption(BUNDLE_REVISION.spec());
  }

  /** The options that name the pull request alone. */
  public static void addPullRequest(CommandSpec spec) {
    spec.addOption(AppOptions.APP.spec());
    spec.addOption(EVENT.spec());
    spec.addOption(PR.spec());
    spec.addOption(SHA.spec());
    spec.addOption(REPOSITORY.spec());
  }

  /** The options that name the pull request, and say who is asked about it. */
  public static void addDelivered(CommandSpec spec) {
    addPullRequest(spec);
    spec.addOption(OFFLINE.spec());
    spec.addOption(DigestOptions.APP_URL.spec());
  }

  /** True when a pull request was named on the command line or by the CI. */
  public static boolean isGiven(ParseResult parsed, Console console) {
    return EVENT.isGivenIn(parsed) || PR.isGivenIn(parsed) || fromCi(console).isPresent();
  }

  /** The preview that the command line or the event names. */
  public static Chosen read(ParseResult parsed, Console console, LoadedPlatform loaded) {
    PullRequestEvent event = event(parsed, console, loaded);
    PullRequest pullRequest = event.pullRequest();
    Blueprint blueprint = AppOptions.blueprint(parsed, pullRequest, loaded);
    PreviewFacts facts =
        new PreviewFacts(
            pullRequest, DigestOptions.read(parsed, console, blueprint.app()), Optional.empty());
    App app = blueprint.app();
    PreviewFacts pinned = facts.bundle(bundle(parsed, app));
    return new Chosen(blueprint, event, BackupOptions.read(parsed, console).complete(app, pinned));
  }

  private static Optional<BundlePin> bundle(ParseResult parsed, App app) {
    if (!BUNDLE_REVISION.isGivenIn(parsed)) {
      return Optional.empty();
    }
    String given = BUNDLE_REVISION.in(parsed).orElse("");
    CommitSha revision =
        CommitSha.parse(given)
            .orElseThrow(
                () ->
                    UsageErrors.usage(
                        "`" + BUNDLE_REVISION.name() + "` is `" + given + "`, which is no commit",
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
                            "leave out " + BUNDLE_REVISION.name())),
            revision));
  }

  private static Optional<PullRequestEvent> fromCi(Console console) {
    return PullRequestFacts.fromEnvironment(CiEnvironment.detect(console.env()));
  }

  public static PullRequestEvent event(ParseResult parsed, Console console, LoadedPlatform loaded) {
    boolean byHand = PR.isGivenIn(parsed) || SHA.isGivenIn(parsed);
    if (EVENT.isGivenIn(parsed)) {
      if (byHand) {
        throw UsageErrors.usage(
            "the pull request is given twice", "name it by `--event`, or by `--pr` and `--sha`");
      }
      UsageErrors.refuse(parsed, "beside `--event`, whose file says it", REPOSITORY);
      return PullRequestFacts.fromFile(
          console.directory().resolve(EVENT.in(parsed).orElse("")), EVENT.in(parsed).orElse(""));
    }
    if (byHand) {
      String repository = REPOSITORY.in(parsed).orElse("");
      return PullRequestFacts.byHand(
          PR.in(parsed).orElse(""),
          SHA.in(parsed).orElse(""),
          repository.isEmpty()
              ? AppOptions.named(parsed, loaded).app().repository().path()
              : repository);
    }
    return fromCi(console)
        .orElseThrow(
            () ->
                UsageErrors.usage(
                    "no pull request is given",
                    "name it by `--event FILE`, or by `--pr NUMBER --sha SHA`"));
  }
}
