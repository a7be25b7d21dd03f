package dev.mayfly.command;

import dev.mayfly.admission.Verdict;
import dev.mayfly.command.composition.GitOpsRun;
import dev.mayfly.command.composition.PullRequestSource;
import dev.mayfly.command.composition.RunEvent;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.AccessOptions;
import dev.mayfly.command.option.BundleOptions;
import dev.mayfly.command.option.DigestOptions;
import dev.mayfly.command.option.FactsOptions;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.GitOpsOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.delivery.AdmissionCheck;
import dev.mayfly.delivery.AdmittedLabel;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.report.VerdictReport;
import java.util.List;
import java.util.SortedSet;
import picocli.CommandLine.Model.CommandSpec;

/** {@code admit}: may this pull request have a preview, and why not? */
final class AdmitCommand extends Command {
  private static final FlagOption LABEL =
      new FlagOption("--label", "set or remove the admitted label at the forge accordingly");

  private static final OutputOption OUTPUT =
      new OutputOption(List.of("text", "json", "markdown"), "how to print the verdict");

  AdmitCommand() {
    super("admit", "say whether a pull request may have a preview, with every reason");
  }

  @Override
  void describe(CommandSpec spec) {
    PreviewOptions.addDelivered(spec);
    DigestOptions.addTo(spec);
    BundleOptions.addTo(spec);
    spec.addOption(BundleOptions.BUNDLE_URL.spec());
    GitOpsOptions.addTo(spec);
    Option.add(spec, FactsOptions.FACTS, LABEL);
    AccessOptions.addTo(spec);
    spec.addOption(OUTPUT.spec());
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly admit --event pull-request.json",
            "  mayfly admit --event pull-request.json --label -o markdown");
  }

  @Override
  int run(Invocation invocation) {
    RunEvent.requireWork(invocation);
    try (GitOpsRun run = GitOpsRun.open(invocation, true)) {
      PullRequestSource source = run.pullRequest();
      PullRequest pullRequest = source.lookup().named();
      Blueprint blueprint = source.selection().blueprint(run.policy(), pullRequest);
      AdmittedLabel label = new AdmittedLabel(source.forge(), run.platform());
      boolean generator = run.platform().gitops().isGenerator();
      SortedSet<PreviewId> holders =
          generator && !source.offline()
              ? label.holders()
              : run.view().newest(run.delivery()).holders();
      AdmissionCheck admissionCheck =
          new AdmissionCheck(
              run.policy(),
              run.sources(FactsOptions.read(invocation)),
              problems -> Reports.problems(problems, invocation.console()));
      Verdict first = admissionCheck.verdict(source.lookup(), blueprint, holders);
      if (source.offline()) {
        UsageErrors.refuse(invocation, "where no forge is asked", LABEL);
      }
      Verdict verdict =
          LABEL.isGivenIn(invocation)
              ? label.apply(
                  first,
                  blueprint.app(),
                  now -> admissionCheck.verdict(source.lookup(), blueprint, now))
              : first;
      OUTPUT.write(
          invocation,
          format ->
              switch (format) {
                case "json" -> VerdictReport.json(verdict);
                case "markdown" -> VerdictReport.markdown(verdict);
                default -> VerdictReport.text(verdict);
              });
      return verdict.admitted() ? ExitCode.FINE : ExitCode.REFUSED;
    }
  }
}
