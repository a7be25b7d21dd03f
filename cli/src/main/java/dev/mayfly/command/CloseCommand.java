package dev.mayfly.command;

import dev.mayfly.command.composition.GitOpsRun;
import dev.mayfly.command.composition.PullRequestSource;
import dev.mayfly.command.composition.RunEvent;
import dev.mayfly.command.option.GitOpsOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.delivery.Announcement;
import dev.mayfly.delivery.Closing;
import dev.mayfly.delivery.Effect;
import dev.mayfly.delivery.Proposals;
import picocli.CommandLine.Model.CommandSpec;

/** {@code close}: takes the preview of a pull request away. */
final class CloseCommand extends Command {
  CloseCommand() {
    super("close", "take the preview of a pull request away");
  }

  @Override
  void describe(CommandSpec spec) {
    PreviewOptions.addDelivered(spec);
    GitOpsOptions.addTo(spec);
    spec.addOption(GitOpsOptions.DRY_RUN.spec());
    spec.addOption(OutcomeOutput.OPTION.spec());
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly close --event pull-request.json",
            "  mayfly close --pr 7 --sha SHA --offline --dry-run");
  }

  @Override
  int run(Invocation invocation) {
    RunEvent.requireWork(invocation);
    try (GitOpsRun run = GitOpsRun.open(invocation, GitOpsOptions.DRY_RUN.isGivenIn(invocation))) {
      PullRequestSource source = run.pullRequest();
      Proposals proposals = source.proposals(run.platform());
      Announcement announcement = new Announcement(source.forge(), proposals, run.policy(), false);
      Closing.Closed closed =
          new Closing(
                  run.delivery(),
                  source.selection(),
                  source.lookup(),
                  source.asksForRemoval(),
                  proposals)
              .run(run.view());
      boolean silent =
          source.offline() || run.delivery().dryRun() || closed.outcome().effect() == Effect.KEPT;
      Announcement.Announced said =
          silent ? Announcement.Announced.NOTHING : announcement.closed(closed);
      return OutcomeOutput.write(closed.outcome(), said, invocation);
    }
  }
}
