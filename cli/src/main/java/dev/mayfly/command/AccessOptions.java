package dev.mayfly.command;

import dev.mayfly.access.AccessProof;
import dev.mayfly.delivery.Proof;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Whether a preview has to be shown to be behind Access before it comes to be. */
final class AccessOptions {
  private static final String REQUIRE = "--require-access";

  private AccessOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(Options.flag(REQUIRE, "refuse where the host is not shown to be behind Access"));
  }

  /** The proof, where it is asked for. */
  static Optional<Proof> proof(ParseResult parsed, Console console) {
    return parsed.hasMatchedOption(REQUIRE)
        ? Optional.of(new AccessProof(Connections.access(console)))
        : Optional.empty();
  }
}
