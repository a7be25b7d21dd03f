package dev.mayfly.command.option;

import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.platform.Platform;
import picocli.CommandLine.Model.CommandSpec;

/** What a user says about the proof of bundles. */
public final class BundleOptions {
  public static final FlagOption HELM =
      new FlagOption(
          "--helm", "do not start without the helm on PATH that renders a bundle's chart");
  public static final FlagOption KUSTOMIZE =
      new FlagOption(
          "--kustomize", "do not start without the kustomize on PATH that renders a bundle");

  public static final ValueOption<String> BUNDLE_URL =
      ValueOption.text(
          "--bundle-url", "URL", "the bundle's repository, when not the one in mayfly.yaml");

  private BundleOptions() {}

  public static void addTo(CommandSpec spec) {
    Option.add(spec, HELM, KUSTOMIZE);
  }

  /** Refuses the address of bundles where none of them lies elsewhere. */
  public static void refuseIdle(Invocation invocation, Platform platform) {
    if (platform.apps().stream().noneMatch(app -> isElsewhere(app.bundle().origin()))) {
      UsageErrors.refuse(
          invocation, "where no bundle comes from another repository or a registry", BUNDLE_URL);
    }
  }

  private static boolean isElsewhere(BundleOrigin origin) {
    return origin instanceof BundleOrigin.Repository || origin instanceof BundleOrigin.Registry;
  }
}
