package dev.mayfly.command;

import dev.mayfly.access.AccessProof;
import dev.mayfly.delivery.Announcement;
import dev.mayfly.delivery.Desk;
import dev.mayfly.delivery.DigestSource;
import dev.mayfly.delivery.Opening;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.PreviewSelection;
import dev.mayfly.delivery.Proof;
import dev.mayfly.git.RemoteRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code open}: renders, proves and delivers the overlay of a pull request. */
final class OpenCommand implements Command {
  @Override
  public String name() {
    return "open";
  }

  @Override
  public String summary() {
    return "open or update the preview of a pull request";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    PullRequestSource.addTo(spec);
    DigestOptions.addTo(spec);
    BundleOptions.addTo(spec);
    spec.addOption(
        Options.value("--backup", "NAME", "the Backup to clone, where the platform says latest"));
    GitOpsOptions.addTo(spec);
    GitOpsOptions.addDryRun(spec);
    spec.addOption(Options.flag("--auto-merge", "let the forge merge the GitOps pull request"));
    spec.addOption(
        Options.flag("--require-access", "refuse where the host is not shown to be behind Access"));
    OutcomeOutput.addTo(spec);
    spec.usageMessage()
        .footer(
            "%nExamples:",
            "  mayfly open --event pull-request.json",
            "  mayfly open --pr 7 --sha SHA --image NAME@sha256:... --dry-run");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    try (RemoteRepository remote = GitOpsOptions.remote(parsed, console)) {
      Desk desk = GitOpsOptions.desk(parsed, console, remote, parsed.hasMatchedOption("--dry-run"));
      Policy policy = GitOpsOptions.policy(desk);
      PullRequestSource source = PullRequestSource.of(parsed, console, policy.loaded());
      DigestSource digests = DigestOptions.atCommit(parsed, console);
      Opening.Delivered delivered =
          new Opening(
                  desk,
                  new PreviewSelection(
                      Optional.ofNullable(parsed.<String>matchedOptionValue("--app", null))),
                  source.inquiry(),
                  digests,
                  Optional.ofNullable(parsed.<String>matchedOptionValue("--backup", null)),
                  proofs(parsed, console))
              .run();
      Announcement.Said said =
          source.offline() || desk.dryRun()
              ? new Announcement.Said(Optional.empty(), List.of())
              : new Announcement(
                      source.forge(),
                      policy.platform(),
                      HostedRepository.of(policy.platform()),
                      parsed.hasMatchedOption("--auto-merge"))
                  .opened(delivered.outcome(), delivered.blueprint(), delivered.facts());
      return OutcomeOutput.write(delivered.outcome(), said, parsed, console);
    }
  }

  private static List<Proof> proofs(ParseResult parsed, Console console) {
    List<Proof> proofs = new ArrayList<>();
    proofs.add(BundleOptions.proof(parsed, console));
    if (parsed.hasMatchedOption("--require-access")) {
      proofs.add(new AccessProof(Connections.access(console)));
    }
    return proofs;
  }
}
