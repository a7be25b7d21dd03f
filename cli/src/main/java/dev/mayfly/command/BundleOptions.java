package dev.mayfly.command;

import dev.mayfly.bundle.BundleProof;
import dev.mayfly.bundle.build.HelmTool;
import dev.mayfly.delivery.Proof;
import dev.mayfly.platform.Platform;
import dev.mayfly.report.TextReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What a user says about the proof of bundles. */
final class BundleOptions {
  private static final String HELM = "--helm";

  private BundleOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.flag(
            HELM, "render the bundle's chart with the helm on PATH, and check what it yields"));
  }

  /** The proof of the bundle at a pull request's head; its warnings go to standard error. */
  static Proof proof(ParseResult parsed, Console console, Platform platform) {
    return new BundleProof(
        new SourceRepositories(parsed, console, platform)::open,
        helm(parsed, console),
        warnings -> console.err().print(new TextReport(console.colour()).format(warnings)));
  }

  static HelmTool helm(ParseResult parsed, Console console) {
    if (!parsed.hasMatchedOption(HELM)) {
      return HelmTool.NONE;
    }
    return HelmProgram.find(console.env())
        .orElseThrow(
            () ->
                UsageErrors.usage(
                    "there is no `helm` on PATH", "install Helm, or leave out --helm"));
  }
}
