package dev.mayfly.command;

import dev.mayfly.bundle.BundleProof;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.delivery.Proof;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.platform.Platform;
import dev.mayfly.report.TextReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What a user says about the proof of bundles. */
final class BundleOptions {
  private static final String HELM = "--helm";
  private static final String KUSTOMIZE = "--kustomize";

  private BundleOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.flag(HELM, "do not start without the helm on PATH that renders a bundle's chart"));
    spec.addOption(
        Options.flag(
            KUSTOMIZE, "do not start without the kustomize on PATH that renders a bundle"));
  }

  /** The option that says where a bundle is that does not come with the pull request. */
  static void addPlace(CommandSpec spec) {
    spec.addOption(
        Options.value(
            BundlePlaces.URL, "URL", "the bundle's repository, when not the one in mayfly.yaml"));
  }

  /** The proof of the bundle at a pull request's head; its warnings go to standard error. */
  static Proof proof(ParseResult parsed, Console console, Platform platform) {
    if (platform.apps().stream().noneMatch(app -> isElsewhere(app.bundle().origin()))) {
      UsageErrors.refuse(
          parsed, "where no bundle comes from another repository or a registry", BundlePlaces.URL);
    }
    return new BundleProof(
        new BundlePlaces(parsed, console, platform),
        tool(parsed, console),
        warnings -> console.err().print(new TextReport(console.colour()).format(warnings)));
  }

  private static boolean isElsewhere(BundleOrigin origin) {
    return origin instanceof BundleOrigin.Repository || origin instanceof BundleOrigin.Registry;
  }

  static RenderTool tool(ParseResult parsed, Console console) {
    require(HELM, "helm", parsed, console);
    require(KUSTOMIZE, "kustomize", parsed, console);
    return new RenderPrograms(console.env());
  }

  private static void require(String option, String name, ParseResult parsed, Console console) {
    if (parsed.hasMatchedOption(option) && ConfinedProgram.find(name, console.env()).isEmpty()) {
      throw UsageErrors.usage(
          "there is no `" + name + "` on PATH", "install it, or leave out " + option);
    }
  }
}
