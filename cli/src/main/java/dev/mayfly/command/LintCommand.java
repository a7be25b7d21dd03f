package dev.mayfly.command;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Baseline;
import dev.mayfly.lint.Finding;
import dev.mayfly.report.LintFormat;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code lint}: what is wrong with manifests, before Argo CD reads them. */
final class LintCommand implements Command {
  private static final List<String> LIMITS = List.of("error", "warning", "never");

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
    spec.addOption(OutputOption.of(LintFormat.words(), "how to report"));
    spec.addOption(
        Options.choice(
            "--fail-on", LIMITS, "the least severity that ends with 1; error by default"));
    spec.addOption(Options.value("--baseline", "FILE", "leave out the findings that FILE lists"));
    spec.addOption(
        Options.value("--write-baseline", "FILE", "write the findings to FILE and end with 0"));
    spec.addOption(Options.flag("--fix", "mend what can be mended for certain"));
    spec.addOption(
        Options.value("--argocd-version", "VERSION", "the Argo CD that will read the manifests"));
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
    String limit = parsed.matchedOptionValue("--fail-on", "error");
    if (!LIMITS.contains(limit)) {
      throw UsageErrors.wrongChoice("--fail-on", limit, LIMITS);
    }
    if (parsed.hasMatchedOption(BundleLint.OPTION)) {
      List<Finding> proof = BundleLint.findings(parsed, console);
      report(proof, parsed, console);
      return fails(proof, limit) ? ExitCode.FINDINGS : ExitCode.FINE;
    }
    LintTree tree = LintTree.read(parsed, console);
    List<Finding> findings = LintRun.findings(tree, parsed, console);
    if (parsed.hasMatchedOption("--fix")
        && LintFix.write(findings, tree.base(), parsed, console) > 0) {
      findings = LintRun.findings(LintTree.read(parsed, console), parsed, console);
    }
    if (parsed.hasMatchedOption("--write-baseline")) {
      String file = parsed.matchedOptionValue("--write-baseline", "");
      new OutputOption.Target("json", file).write(Baseline.write(findings), console);
      console.err().println(findings.size() + " findings in " + file);
      return ExitCode.FINE;
    }
    findings = LintOptions.withoutBaseline(findings, parsed, console);
    report(findings, parsed, console);
    return fails(findings, limit) ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private static void report(List<Finding> findings, ParseResult parsed, Console console) {
    List<OutputOption.Target> targets = OutputOption.targets(parsed, LintFormat.words());
    if (targets.isEmpty()) {
      targets = List.of(new OutputOption.Target("text", ""));
    }
    for (OutputOption.Target target : targets) {
      boolean colour = console.colour() && target.path().isEmpty();
      LintFormat.of(target.format())
          .ifPresent(format -> target.write(format.report(colour).format(findings), console));
    }
  }

  private static boolean fails(List<Finding> findings, String limit) {
    return findings.stream()
        .filter(Finding::isProven)
        .anyMatch(
            finding ->
                switch (limit) {
                  case "error" -> finding.severity() == Severity.ERROR;
                  case "warning" -> finding.severity() != Severity.NOTE;
                  default -> false;
                });
  }
}
