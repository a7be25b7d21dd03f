package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.DigestOptions;
import dev.mayfly.command.option.FactsOptions;
import dev.mayfly.command.option.FailOn;
import dev.mayfly.command.option.LintOptions;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.command.option.PositionalArgument;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.lint.Baseline;
import dev.mayfly.lint.Finding;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code lint}: what is wrong with manifests, before Argo CD reads them. */
final class LintCommand implements Command {
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

  @Override
  public String name() {
    return "lint";
  }

  @Override
  public String summary() {
    return "judge the manifests of any folder or repository";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.addPositional(PATHS.spec());
    Option.add(spec, LintOptions.REF, LintOptions.POLICY_REF);
    FindingsOutput.addTo(spec);
    FailOn.addTo(spec);
    Option.add(
        spec,
        LintOptions.BASELINE,
        LintOptions.WRITE_BASELINE,
        LintOptions.FIX,
        LintOptions.ARGOCD_VERSION);
    FactsOptions.addTo(spec);
    BundleLint.addTo(spec);
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly lint",
            "  mayfly lint clusters/ -o text -o sarif=lint.sarif",
            "  mayfly lint --write-baseline .mayfly-baseline.json");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    FailOn limit = FailOn.of(parsed);
    if (BundleLint.BUNDLE.isGivenIn(parsed)) {
      UsageErrors.refuse(parsed, "of a bundle", OF_MANIFESTS);
      BundleLint.Proven proof = BundleLint.run(parsed, console);
      String nothing = NothingFound.in(proof.files());
      FindingsOutput.write(proof.findings(), nothing, console.directory(), parsed, console);
      return limit.exitCode(proof.findings());
    }
    UsageErrors.refuse(
        parsed,
        "without `--bundle`",
        BundleLint.APP,
        DigestOptions.IMAGE,
        DigestOptions.LOCK,
        DigestOptions.SOURCE);
    LintTree tree = LintTree.read(parsed, console);
    // Once: standard input cannot be read again after `--fix`.
    Optional<ClusterFacts> facts = FactsOptions.read(parsed, console);
    LintRun.Result run = LintRun.of(tree, facts, parsed, console);
    if (LintOptions.FIX.isGivenIn(parsed)
        && LintFix.write(run.findings(), tree.base(), parsed, console) > 0) {
      run = LintRun.of(LintTree.read(parsed, console), facts, parsed, console);
    }
    List<Finding> findings = run.findings();
    if (LintOptions.WRITE_BASELINE.isGivenIn(parsed)) {
      String file = LintOptions.WRITE_BASELINE.in(parsed).orElse("");
      new OutputOption.Target("json", file).write(Baseline.write(findings), console);
      console.err().println(findings.size() + " findings in " + file);
      return ExitCode.FINE;
    }
    findings = LintOptions.withoutBaseline(findings, parsed, console);
    FindingsOutput.write(findings, run.nothing(), tree.base(), parsed, console);
    return limit.exitCode(findings);
  }
}
