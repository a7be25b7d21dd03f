package dev.mayfly.command;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.admission.Verdict;
import dev.mayfly.delivery.AdmissionCheck;
import dev.mayfly.delivery.AdmittedLabel;
import dev.mayfly.delivery.Delivery;
import dev.mayfly.delivery.GitOpsView;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.Proof;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.report.VerdictReport;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code admit}: may this pull request have a preview, and why not? */
final class AdmitCommand implements Command {
  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  @Override
  public String name() {
    return "admit";
  }

  @Override
  public String summary() {
    return "say whether a pull request may have a preview, with every reason";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    PullRequestSource.addTo(spec);
    DigestOptions.addTo(spec);
    BundleOptions.addTo(spec);
    BundleOptions.addPlace(spec);
    GitOpsOptions.addTo(spec);
    FactsOptions.addTo(spec);
    spec.addOption(
        Options.flag("--label", "set or remove the admitted label at the forge accordingly"));
    AccessOptions.addTo(spec);
    spec.addOption(OutputOption.of(FORMATS, "how to print the verdict"));
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly admit --event pull-request.json",
            "  mayfly admit --event pull-request.json --label -o markdown");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    try (RemoteRepository remote = GitOpsOptions.remote(parsed, console)) {
      Delivery desk = GitOpsOptions.desk(parsed, console, remote, true);
      Policy policy = GitOpsOptions.policy(desk);
      PullRequestSource source = PullRequestSource.of(parsed, console, policy.loaded());
      PullRequest pullRequest = source.inquiry().named();
      Blueprint blueprint = source.selection(parsed).blueprint(policy, pullRequest);
      AdmittedLabel label = new AdmittedLabel(source.forge(), policy.platform());
      boolean generator = policy.platform().gitops().isGenerator();
      SortedSet<PreviewId> holders =
          generator && !source.offline() ? label.holders() : GitOpsView.holders(desk);
      Optional<ClusterFacts> facts = FactsOptions.read(parsed, console);
      List<Proof> proofs = OpenCommand.proofs(parsed, console, policy.platform());
      facts.ifPresent(known -> proofs.add(FactsOptions.proof(known, console)));
      AdmissionCheck examination =
          new AdmissionCheck(
              policy,
              DigestOptions.atCommit(parsed, console, policy.platform()),
              app -> FactsOptions.latest(facts, app),
              new BundlePlaces(parsed, console, policy.platform()),
              proofs,
              problems -> Reports.problems(problems, console));
      Verdict verdict = examination.verdict(source.inquiry(), blueprint, holders);
      if (source.offline()) {
        UsageErrors.refuse(parsed, "where no forge is asked", "--label");
      } else if (parsed.hasMatchedOption("--label")) {
        verdict =
            label.apply(
                verdict,
                blueprint.app(),
                now -> examination.verdict(source.inquiry(), blueprint, now));
      }
      List<OutputOption.Target> targets = OutputOption.targets(parsed, FORMATS);
      for (OutputOption.Target target :
          targets.isEmpty() ? List.of(new OutputOption.Target("text", "")) : targets) {
        target.write(
            switch (target.format()) {
              case "json" -> VerdictReport.json(verdict);
              case "markdown" -> VerdictReport.markdown(verdict);
              default -> VerdictReport.text(verdict);
            },
            console);
      }
      return verdict.admitted() ? ExitCode.FINE : ExitCode.REFUSED;
    }
  }
}
