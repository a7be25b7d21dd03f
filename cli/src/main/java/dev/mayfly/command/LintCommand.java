package dev.mayfly.command;

import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.lint.Baseline;
import dev.mayfly.lint.Finding;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code lint}: what is wrong with manifests, before Argo CD reads them. */
final class LintCommand implements Command {
  private static final String[] OF_MANIFESTS = {
    "--ref",
    "--policy-ref",
    "--baseline",
    "--write-baseline",
    "--fix",
    "--argocd-version",
    "--facts"
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
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..*")
            .description(
                "folders or files; - is standard input; when none, the platform with what it would render, or the working folder")
            .build());
    spec.addOption(Options.value("--ref", "REF", "read the files of a Git ref, not the folder's"));
    spec.addOption(
        Options.value(
            "--policy-ref", "REF", "the admin-owned ref of mayfly.yaml, templates and severities"));
    FindingsOutput.addTo(spec);
    FailOn.addTo(spec);
    spec.addOption(Options.value("--baseline", "FILE", "leave out the findings that FILE lists"));
    spec.addOption(
        Options.value("--write-baseline", "FILE", "write the findings to FILE and end with 0"));
    spec.addOption(Options.flag("--fix", "mend what can be mended for certain"));
    spec.addOption(
        Options.value("--argocd-version", "VERSION", "the Argo CD that will read the manifests"));
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
    if (parsed.hasMatchedOption(BundleLint.OPTION)) {
      UsageErrors.refuse(parsed, "of a bundle", OF_MANIFESTS);
      BundleLint.Proven proof = BundleLint.run(parsed, console);
      String nothing = NothingFound.in(proof.files());
      FindingsOutput.write(proof.findings(), nothing, console.directory(), parsed, console);
      return limit.exitCode(proof.findings());
    }
    UsageErrors.refuse(
        parsed, "without `--bundle`", "--app", DigestOptions.IMAGE, "--lock", "--source");
    LintTree tree = LintTree.read(parsed, console);
    // Once: standard input cannot be read again after `--fix`.
    Optional<ClusterFacts> facts = FactsOptions.read(parsed, console);
    LintRun.Result run = LintRun.of(tree, facts, parsed, console);
    if (parsed.hasMatchedOption("--fix")
        && LintFix.write(run.findings(), tree.base(), parsed, console) > 0) {
      run = LintRun.of(LintTree.read(parsed, console), facts, parsed, console);
    }
    List<Finding> findings = run.findings();
    if (parsed.hasMatchedOption("--write-baseline")) {
      String file = parsed.matchedOptionValue("--write-baseline", "");
      new OutputOption.Target("json", file).write(Baseline.write(findings), console);
      console.err().println(findings.size() + " findings in " + file);
      return ExitCode.FINE;
    }
    findings = LintOptions.withoutBaseline(findings, parsed, console);
    FindingsOutput.write(findings, run.nothing(), tree.base(), parsed, console);
    return limit.exitCode(findings);
  }
}
