package dev.mayfly.command;

import dev.mayfly.access.AccessProof;
import dev.mayfly.access.AccessSettings;
import dev.mayfly.delivery.Proof;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Whether a preview has to be shown to be guarded before it comes to be. */
final class AccessOptions {
  private static final String REQUIRE = "--require-access";

  private static final String OUTSIDE = "--outside";

  private AccessOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(Options.flag(REQUIRE, "refuse where the host is not shown to be guarded"));
    spec.addOption(outside());
  }

  /** The word of whoever runs this on where it runs, which no program can tell. */
  static OptionSpec outside() {
    return Options.flag(OUTSIDE, "this machine is in none of the networks of `exposure.access`");
  }

  static AccessSettings settings(AccessSettings settings, ParseResult parsed) {
    return parsed.hasMatchedOption(OUTSIDE) ? settings.fromOutside() : settings;
  }

  /** The proof, where it is asked for. */
  static Optional<Proof> proof(ParseResult parsed, Console console) {
    return parsed.hasMatchedOption(REQUIRE)
        ? Optional.of(new AccessProof(settings(Connections.access(console), parsed)))
        : Optional.empty();
  }
}
