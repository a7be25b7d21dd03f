package dev.mayfly.command.option;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.Reports;
import dev.mayfly.delivery.CloneProof;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.facts.LatestBackup;
import dev.mayfly.platform.App;
import dev.mayfly.workspace.BoundedFile;
import java.io.IOException;
import java.util.Optional;

/** What a user knows of the cluster. */
public final class FactsOptions {
  public static final ValueOption<String> FACTS =
      ValueOption.text(
          "--facts",
          "FILE",
          "facts of the cluster, or what kubectl get -o json prints; - is stdin");
  private static final String STANDARD_INPUT = "-";

  private FactsOptions() {}

  /** The facts; those that do not say when they were listed were listed now. */
  public static Optional<ClusterFacts> read(Invocation invocation) {
    Console console = invocation.console();
    if (!FACTS.isGivenIn(invocation)) {
      return Optional.empty();
    }
    String file = FACTS.in(invocation).orElse("");
    ClusterFacts facts =
        file.equals(STANDARD_INPUT)
            ? ClusterFacts.read("<stdin>", standardInput(console))
            : ClusterFacts.read(
                file,
                BoundedFile.read(
                    console.directory().resolve(file),
                    file,
                    ClusterFacts.BUDGET,
                    Fault.CONFIGURATION));
    return Optional.of(
        facts.observedAt().isPresent() ? facts : facts.observedAt(console.clock().instant()));
  }

  /** The newest backup among the facts, for an app that clones the latest. */
  public static Optional<String> latest(Optional<ClusterFacts> facts, App app) {
    return facts.flatMap(
        known -> app.cloneOfLatest().map(clone -> LatestBackup.of(clone.source(), known)));
  }

  /** The proof that the facts allow a clone; what is only worrying goes to standard error. */
  public static CloneProof proof(ClusterFacts facts, Console console) {
    return new CloneProof(facts, warnings -> Reports.toPeople(warnings, console));
  }

  private static byte[] standardInput(Console console) {
    try {
      return console.in().readNBytes(ClusterFacts.BUDGET.bytes() + 1);
    } catch (IOException e) {
      throw UsageErrors.usage("standard input cannot be read", "");
    }
  }
}
