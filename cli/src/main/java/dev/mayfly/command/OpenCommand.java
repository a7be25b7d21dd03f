package dev.mayfly.command;

import dev.mayfly.command.composition.GitOpsRun;
import dev.mayfly.command.composition.PullRequestSource;
import dev.mayfly.command.composition.RunEvent;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.AccessOptions;
import dev.mayfly.command.option.BackupOptions;
import dev.mayfly.command.option.BundleOptions;
import dev.mayfly.command.option.DigestOptions;
import dev.mayfly.command.option.FactsOptions;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.GitOpsOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.delivery.Announcement;
import dev.mayfly.delivery.Opening;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.Proposals;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.preview.PullRequest;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code open}: renders, proves and delivers the overlay of a pull request. */
final class OpenCommand extends Command {
  private static final FlagOption AUTO_MERGE =
      new FlagOption("--auto-merge", "let the forge merge the GitOps pull request");
  private static final FlagOption RETRY =
      new FlagOption("--retry", "commit something, so that Argo CD tries a failed sync again");

  OpenCommand() {
    super("open", "open or update the preview of a pull request");
  }

  @Override
  void describe(CommandSpec spec) {
    PreviewOptions.addDelivered(spec);
    DigestOptions.addTo(spec);
    BundleOptions.addTo(spec);
    spec.addOption(BundleOptions.BUNDLE_URL.spec());
    BackupOptions.addTo(spec);
    GitOpsOptions.addTo(spec);
    Option.add(spec, GitOpsOptions.DRY_RUN, AUTO_MERGE, RETRY);
    AccessOptions.addTo(spec);
    spec.addOption(OutcomeOutput.OPTION.spec());
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly open --event pull-request.json",
            "  mayfly open --pr 7 --sha SHA --image NAME@sha256:... --dry-run");
  }

  @Override
  int run(Invocation invocation) {
    RunEvent.requireWork(invocation);
    try (GitOpsRun run = GitOpsRun.open(invocation, GitOpsOptions.DRY_RUN.isGivenIn(invocation))) {
      PullRequestSource source = run.pullRequest();
      if (source.offline()) {
        UsageErrors.refuse(invocation, "where no forge is asked", AUTO_MERGE);
      }
      Optional<ClusterFacts> facts = FactsOptions.read(invocation);
      Proposals proposals = source.proposals(run.platform());
      Opening opening =
          new Opening(
              run.delivery(),
              source.selection(),
              source.lookup(),
              run.sources(facts),
              proposals,
              RETRY.isGivenIn(invocation));
      boolean silent = source.offline() || run.delivery().dryRun();
      Announcement announcement =
          new Announcement(
              source.forge(), proposals, run.policy(), AUTO_MERGE.isGivenIn(invocation));
      try {
        Opening.Delivered delivered = opening.run(run.view());
        Announcement.Announced said =
            silent ? Announcement.Announced.NOTHING : announcement.opened(delivered);
        return OutcomeOutput.write(delivered.outcome(), said, invocation);
      } catch (ProblemsException refusal) {
        tell(
            refusal,
            source,
            run.policy(),
            silent ? Optional.empty() : Optional.of(announcement),
            invocation);
        throw refusal;
      }
    }
  }

  /** A refusal is an answer too: people read it on their pull request, programs in the outputs. */
  private static void tell(
      ProblemsException refusal,
      PullRequestSource source,
      Policy policy,
      Optional<Announcement> announcement,
      Invocation invocation) {
    if (refusal.fault() != Fault.REFUSED && refusal.fault() != Fault.RENDERING) {
      return;
    }
    PullRequest named = source.lookup().named();
    source
        .selection()
        .id(policy, named)
        .ifPresent(id -> {
          RefusalOutput.write(id, refusal, invocation);
          announcement.ifPresent(
              it -> Reports.problems(it.refused(named, id, refusal), invocation.console()));
        });
  }
}
