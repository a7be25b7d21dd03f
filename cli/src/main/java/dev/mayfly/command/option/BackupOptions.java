package dev.mayfly.command.option;

import dev.mayfly.command.console.Console;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Database;
import dev.mayfly.platform.Syntaxes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which Backup a clone of the latest is made from, and whether the cluster's facts allow it. */
public final class BackupOptions {
  public static final ValueOption<String> BACKUP =
      ValueOption.text("--backup", "NAME", "the Backup to clone, where the platform says latest");

  private final ParseResult parsed;
  private final Console console;
  private final Optional<ClusterFacts> facts;
  private final Set<String> proven = new HashSet<>();

  private BackupOptions(ParseResult parsed, Console console) {
    this.parsed = parsed;
    this.console = console;
    this.facts = FactsOptions.read(parsed, console);
  }

  public static void addTo(CommandSpec spec) {
    spec.addOption(BACKUP.spec());
    FactsOptions.addTo(spec);
  }

  public static BackupOptions read(ParseResult parsed, Console console) {
    return new BackupOptions(parsed, console);
  }

  /**
   * The backup that the option names for an app.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) when the app takes none
   */
  public static Optional<String> given(ParseResult parsed, App app) {
    Optional<String> given = BACKUP.in(parsed);
    if (given.isPresent() && !takesOne(app)) {
      throw UsageErrors.usage(
          "`--backup` is given, but app `" + app.name() + "` does not clone the latest backup",
          "leave it out, or set `database.snapshot.from: latest`");
    }
    if (given.isPresent() && !Syntaxes.DNS_LABEL.matches(given.get())) {
      throw UsageErrors.usage(
          "`--backup` is `" + given.get() + "`, which is not " + Syntaxes.DNS_LABEL.description(),
          "");
    }
    return given;
  }

  /**
   * The facts of a preview with the backup that is named for it, or else the given one, or else the
   * newest that is known; proven once for each app and backup.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (refused) when the cluster's facts speak
   *     against it
   */
  public PreviewFacts complete(App app, PreviewFacts preview) {
    Optional<String> backup =
        preview.backup().or(() -> given(parsed, app)).or(() -> FactsOptions.latest(facts, app));
    if (facts.isPresent() && proven.add(app.name() + " " + backup.orElse(""))) {
      FactsOptions.proof(facts.get(), console).prove(app, backup);
    }
    return preview.backup(backup);
  }

  public static boolean takesOne(App app) {
    return app.database().orElse(null) instanceof Database.Clone clone
        && clone.snapshot() instanceof Database.Snapshot.Latest;
  }
}
