package dev.mayfly.command.option;

import picocli.CommandLine.Model.CommandSpec;

/** Whether a preview has to be shown to be guarded before it comes to be. */
public final class AccessOptions {
  public static final FlagOption REQUIRE =
      new FlagOption("--require-access", "refuse where the host is not shown to be guarded");

  /** The word of whoever runs this on where it runs, which no program can tell. */
  public static final FlagOption OUTSIDE =
      new FlagOption("--outside", "this machine is in none of the networks of `exposure.access`");

  private AccessOptions() {}

  public static void addTo(CommandSpec spec) {
    spec.addOption(REQUIRE.spec());
    spec.addOption(OUTSIDE.spec());
  }
}
