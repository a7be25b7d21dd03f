package dev.mayfly.command.option;

import picocli.CommandLine.Model.CommandSpec;

/** The options that name one preview: app, pull request, digests. */
public final class PreviewOptions {
  public static final ValueOption<String> EVENT =
      ValueOption.text("--event", "FILE", "the CI's event file with the pull request");
  public static final ValueOption<String> PR =
      ValueOption.text("--pr", "NUMBER", "the pull request, by hand");
  public static final ValueOption<String> SHA =
      ValueOption.text(
          "--sha", "SHA", "its head commit, 40 hex digits; where a forge is asked it says it");
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

  /** The options that say all of one preview. */
  public static void addTo(CommandSpec spec) {
    addPullRequest(spec);
    DigestOptions.addTo(spec);
    BackupOptions.addTo(spec);
    spec.addOption(BUNDLE_REVISION.spec());
  }

  /** The options that name the pull request alone. */
  public static void addPullRequest(CommandSpec spec) {
    Option.add(spec, AppOptions.APP, EVENT, PR, SHA, REPOSITORY);
  }

  /** The options that name the pull request, and say who is asked about it. */
  public static void addDelivered(CommandSpec spec) {
    addPullRequest(spec);
    Option.add(spec, OFFLINE, DigestOptions.APP_URL);
  }
}
