package dev.mayfly.command;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
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
import dev.mayfly.preview.RepositoryName;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that name one preview: app, pull request, digests. */
final class PreviewOptions {
  /** What says something of one pull request, and nothing where none is named. */
  static final String[] OF_ONE = {
    "--app",
    "--sha",
    "--repository",
    "--image",
    "--lock",
    "--source",
    "--backup",
    "--facts",
    "--plan",
    "--bundle-revision"
  };

  private static final String BUNDLE_REVISION = "--bundle-revision";

  private PreviewOptions() {}

  /** An app and everything else that decides its preview. */
  record Chosen(Blueprint blueprint, PullRequestEvent event, PreviewFacts facts) {}

  static void addTo(CommandSpec spec) {
    addPullRequest(spec);
    DigestOptions.addTo(spec);
    BackupOptions.addTo(spec);
    spec.addOption(
        Options.value(
            BUNDLE_REVISION, "SHA", "the commit of a bundle that follows a tag or branch"));
  }

  /** The options that name the pull request alone. */
  static void addPullRequest(CommandSpec spec) {
    spec.addOption(
        Options.value("--app", "NAME", "the app; needed when the repository has several"));
    spec.addOption(Options.value("--event", "FILE", "the CI's event file with the pull request"));
    spec.addOption(Options.value("--pr", "NUMBER", "the pull request, by hand"));
    spec.addOption(Options.value("--sha", "SHA", "its head commit, 40 hex digits"));
    spec.addOption(
        Options.value("--repository", "OWNER/NAME", "its repository; the app's when left out"));
  }

  /** True when a pull request was named on the command line or by the CI. */
  static boolean isGiven(ParseResult parsed, Console console) {
    return parsed.hasMatchedOption("--event")
        || parsed.hasMatchedOption("--pr")
        || fromCi(console).isPresent();
  }

  static Chosen read(ParseResult parsed, Console console, LoadedPlatform loaded) {
    PullRequestEvent event = event(parsed, console, loaded);
    PullRequest pullRequest = event.pullRequest();
    Blueprint blueprint = blueprint(parsed, pullRequest, loaded);
    PreviewFacts facts =
        new PreviewFacts(
            pullRequest, DigestOptions.read(parsed, console, blueprint.app()), Optional.empty());
    App app = blueprint.app();
    PreviewFacts pinned = facts.bundle(bundle(parsed, app));
    return new Chosen(blueprint, event, BackupOptions.read(parsed, console).complete(app, pinned));
  }

  private static Optional<BundlePin> bundle(ParseResult parsed, App app) {
    if (!parsed.hasMatchedOption(BUNDLE_REVISION)) {
      return Optional.empty();
    }
    String given = parsed.matchedOptionValue(BUNDLE_REVISION, "");
    CommitSha revision =
        CommitSha.parse(given)
            .orElseThrow(
                () ->
                    UsageErrors.usage(
                        "`" + BUNDLE_REVISION + "` is `" + given + "`, which is no commit",
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
                            "leave out " + BUNDLE_REVISION)),
            revision));
  }

  private static Optional<PullRequestEvent> fromCi(Console console) {
    return PullRequestFacts.fromEnvironment(CiEnvironment.detect(console.env()));
  }

  static PullRequestEvent event(ParseResult parsed, Console console, LoadedPlatform loaded) {
    boolean byHand = parsed.hasMatchedOption("--pr") || parsed.hasMatchedOption("--sha");
    if (parsed.hasMatchedOption("--event")) {
      if (byHand) {
        throw UsageErrors.usage(
            "the pull request is given twice", "name it by `--event`, or by `--pr` and `--sha`");
      }
      UsageErrors.refuse(parsed, "beside `--event`, whose file says it", "--repository");
      return PullRequestFacts.fromFile(
          console.directory().resolve(parsed.matchedOptionValue("--event", "")),
          parsed.matchedOptionValue("--event", ""));
    }
    if (byHand) {
      String repository = parsed.matchedOptionValue("--repository", "");
      return PullRequestFacts.byHand(
          parsed.matchedOptionValue("--pr", ""),
          parsed.matchedOptionValue("--sha", ""),
          repository.isEmpty() ? named(parsed, loaded).app().repository().path() : repository);
    }
    return fromCi(console)
        .orElseThrow(
            () ->
                UsageErrors.usage(
                    "no pull request is given",
                    "name it by `--event FILE`, or by `--pr NUMBER --sha SHA`"));
  }

  /** The app that a pull request is about: the one named, or the only one of its repository. */
  static Blueprint blueprint(ParseResult parsed, PullRequest pullRequest, LoadedPlatform loaded) {
    Blueprint blueprint = blueprint(parsed, pullRequest.repository(), loaded);
    requireSameRepository(pullRequest.repository(), blueprint.app());
    return blueprint;
  }

  private static Blueprint blueprint(
      ParseResult parsed, RepositoryName repository, LoadedPlatform loaded) {
    if (parsed.hasMatchedOption("--app")) {
      return named(parsed, loaded);
    }
    List<Blueprint> candidates =
        loaded.blueprints().stream()
            .filter(blueprint -> blueprint.app().repository().equals(repository))
            .toList();
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    throw candidates.isEmpty()
        ? foreignRepository(repository, "the repository of no app")
        : UsageErrors.usage(
            "`" + repository + "` has " + candidates.size() + " apps", "name one with `--app`");
  }

  /** The app that {@code --app} names, or the only one. */
  static Blueprint named(ParseResult parsed, LoadedPlatform loaded) {
    List<String> names = loaded.blueprints().stream().map(b -> b.app().name()).toList();
    if (!parsed.hasMatchedOption("--app") && names.size() > 1) {
      throw UsageErrors.usage(
          "the platform has " + names.size() + " apps", "name one with `--app`");
    }
    String name = parsed.matchedOptionValue("--app", names.getFirst());
    return loaded
        .blueprint(name)
        .filter(blueprint -> !blueprint.isEnvironment())
        .orElseThrow(
            () ->
                UsageErrors.usage(
                    "the platform has no app `" + name + "`", NearMiss.hint(name, names)));
  }

  private static void requireSameRepository(RepositoryName repository, App app) {
    if (!repository.equals(app.repository())) {
      throw foreignRepository(repository, "not the one of app `" + app.name() + "`");
    }
  }

  private static ProblemsException foreignRepository(RepositoryName repository, String what) {
    return new ProblemsException(
        Fault.REFUSED,
        Problem.error(
            "foreign-repository",
            null,
            "the pull request is in `" + repository + "`, which is " + what,
            "only pull requests of an app's own repository can have a preview of it"));
  }
}
