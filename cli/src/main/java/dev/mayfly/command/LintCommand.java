package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.DigestOptions;
import dev.mayfly.command.option.FactsOptions;
import dev.mayfly.command.option.FailOn;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.LintOptions;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.lint.Baseline;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Fixer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lint}: what is wrong with manifests, before Argo CD reads them. */
final class LintCommand extends Command {
  static final PositionalArgument PATHS =
      new PositionalArgument(
          "PATH",
          "0..*",
          "folders or files; - is standard input; when none, the platform with what it would render, or the working folder");

  private static final Option[] OF_MANIFESTS = {
    LintOptions.REF,
    LintOptions.POLICY_REF,
    LintOptions.BASELINE,
    LintOptions.WRITE_BASELINE,
    LintOptions.FIX,
    LintOptions.ARGOCD_VERSION,
    FactsOptions.FACTS
  };

  LintCommand() {
    super("lint", "judge the manifests of any folder or repository");
  }

  @Override
  void describe(CommandSpec spec) {
    spec.addPositional(PATHS.spec());
    Option.add(spec, LintOptions.REF, LintOptions.POLICY_REF, FindingsOutput.OPTION);
    FailOn.addTo(spec);
    Option.add(
        spec,
        LintOptions.BASELINE,
        LintOptions.WRITE_BASELINE,
        LintOptions.FIX,
        LintOptions.ARGOCD_VERSION,
        FactsOptions.FACTS);
    BundleLint.addTo(spec);
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly lint",
            "  mayfly lint clusters/ -o text -o sarif=lint.sarif",
            "  mayfly lint --write-baseline .mayfly-baseline.json");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    FailOn limit = FailOn.of(invocation);
    if (BundleLint.BUNDLE.isGivenIn(invocation)) {
      UsageErrors.refuse(invocation, "of a bundle", OF_MANIFESTS);
      LintRun.Result proof = BundleLint.run(invocation);
      FindingsOutput.write(proof.findings(), proof.nothing(), console.directory(), invocation);
      return limit.exitCode(proof.findings());
    }
    UsageErrors.refuse(
        invocation,
        "without `--bundle`",
        BundleLint.APP,
        DigestOptions.IMAGE,
        DigestOptions.LOCK,
        DigestOptions.SOURCE);
    LintTree tree = LintTree.read(invocation);
    // Once: standard input cannot be read again after `--fix`.
    Optional<ClusterFacts> facts = FactsOptions.read(invocation);
    LintRun.Result run = LintRun.of(tree, facts, invocation);
    if (LintOptions.FIX.isGivenIn(invocation) && fix(run.findings(), tree.base(), invocation) > 0) {
      run = LintRun.of(LintTree.read(invocation), facts, invocation);
    }
    List<Finding> findings = run.findings();
    if (LintOptions.WRITE_BASELINE.isGivenIn(invocation)) {
      String file = LintOptions.WRITE_BASELINE.in(invocation).orElse("");
      new OutputOption.Target("json", file).write(Baseline.write(findings), console);
      console.err().println(findings.size() + " findings in " + file);
      return ExitCode.FINE;
    }
    findings = LintOptions.withoutBaseline(findings, invocation);
    FindingsOutput.write(findings, run.nothing(), tree.base(), invocation);
    return limit.exitCode(findings);
  }

  /** Writes the files that change, of which only the edited bytes differ, and counts the mended. */
  private static int fix(List<Finding> findings, Path base, Invocation invocation) {
    if (LintOptions.REF.isGivenIn(invocation)) {
      throw UsageErrors.usage("`--fix` cannot change the files of a Git ref", "leave `--ref` out");
    }
    Fixer.Fixed fixed = Fixer.fix(findings);
    fixed
        .files()
        .forEach((name, text) -> {
          Path path = base.resolve(name);
          try {
            if (Files.isRegularFile(path)) {
              Files.writeString(path, text);
            }
          } catch (IOException e) {
            throw Fault.CONFIGURATION.error(
                "output", Location.ofFile(name), "`" + path + "` cannot be written", "");
          }
        });
    invocation
        .console()
        .err()
        .println(fixed.findings() + " findings fixed in " + fixed.files().size() + " files");
    return fixed.findings();
  }
}
