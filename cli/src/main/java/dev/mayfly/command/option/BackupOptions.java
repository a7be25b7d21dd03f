package dev.mayfly.command.option;

import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Syntaxes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Which Backup a clone of the latest is made from, and whether the cluster's facts allow it. */
public final class BackupOptions {
  public static final ValueOption<String> BACKUP =
      ValueOption.text("--backup", "NAME", "the Backup to clone, where the platform says latest");

  private final Invocation invocation;
  private final Optional<ClusterFacts> facts;
  private final Set<String> proven = new HashSet<>();

  private BackupOptions(Invocation invocation) {
    this.invocation = invocation;
    this.facts = FactsOptions.read(invocation);
  }

  public static void addTo(CommandSpec spec) {
    Option.add(spec, BACKUP, FactsOptions.FACTS);
  }

  public static BackupOptions read(Invocation invocation) {
    return new BackupOptions(invocation);
  }

  /**
   * The backup that the option names for an app.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) when the app takes none
   */
  public static Optional<String> given(Invocation invocation, App app) {
    Optional<String> given = BACKUP.in(invocation);
    if (given.isPresent() && app.cloneOfLatest().isEmpty()) {
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
        preview.backup().or(() -> given(invocation, app)).or(() -> FactsOptions.latest(facts, app));
    if (facts.isPresent() && proven.add(app.name() + " " + backup.orElse(""))) {
      FactsOptions.proof(facts.get(), invocation.console()).prove(app, backup);
    }
    return preview.backup(backup);
  }
}
