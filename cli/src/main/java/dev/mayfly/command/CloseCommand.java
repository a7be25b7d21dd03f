package dev.mayfly.command;

import dev.mayfly.delivery.Announcement;
import dev.mayfly.delivery.Closing;
import dev.mayfly.delivery.Delivery;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.Proposals;
import dev.mayfly.git.RemoteRepository;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code close}: takes the preview of a pull request away. */
final class CloseCommand implements Command {
  @Override
  public String name() {
    return "close";
  }

  @Override
  public String summary() {
    return "take the preview of a pull request away";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    PullRequestSource.addTo(spec);
    GitOpsOptions.addTo(spec);
    GitOpsOptions.addDryRun(spec);
    OutcomeOutput.addTo(spec);
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly close --event pull-request.json",
            "  mayfly close --pr 7 --sha SHA --offline --dry-run");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    try (RemoteRepository remote = GitOpsOptions.remote(parsed, console)) {
      Delivery desk =
          GitOpsOptions.desk(parsed, console, remote, parsed.hasMatchedOption("--dry-run"));
      Policy policy = GitOpsOptions.policy(desk);
      PullRequestSource source = PullRequestSource.of(parsed, console, policy.loaded());
      Proposals proposals = source.proposals(policy.platform());
      Closing.Closed closed =
          new Closing(
                  desk,
                  source.selection(parsed),
                  source.inquiry(),
                  source.asksForRemoval(),
                  proposals)
              .run();
      boolean silent = source.offline() || desk.dryRun() || closed.outcome().word().equals("kept");
      Announcement.Said said =
          silent
              ? Announcement.Said.NOTHING
              : new Announcement(source.forge(), proposals, policy.platform(), false)
                  .closed(closed);
      return OutcomeOutput.write(closed.outcome(), said, parsed, console);
    }
  }
}
