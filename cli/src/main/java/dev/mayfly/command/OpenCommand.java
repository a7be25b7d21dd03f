package dev.mayfly.command;

import dev.mayfly.delivery.Announcement;
import dev.mayfly.delivery.Desk;
import dev.mayfly.delivery.LintProof;
import dev.mayfly.delivery.Opening;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.Proof;
import dev.mayfly.delivery.Proposals;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.platform.Platform;
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
    BundleOptions.addPlace(spec);
    BackupOptions.addTo(spec);
    GitOpsOptions.addTo(spec);
    GitOpsOptions.addDryRun(spec);
    spec.addOption(Options.flag("--auto-merge", "let the forge merge the GitOps pull request"));
    spec.addOption(
        Options.flag("--retry", "commit something, so that Argo CD tries a failed sync again"));
    AccessOptions.addTo(spec);
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
      if (source.offline()) {
        UsageErrors.refuse(parsed, "where no forge is asked", "--auto-merge");
      }
      Optional<ClusterFacts> facts = FactsOptions.read(parsed, console);
      Proposals proposals = source.proposals(policy.platform());
      List<Proof> proofs = proofs(parsed, console, policy.platform());
      facts.ifPresent(known -> proofs.add(FactsOptions.proof(known, console)));
      Opening.Delivered delivered =
          new Opening(
                  desk,
                  source.selection(parsed),
                  source.inquiry(),
                  DigestOptions.atCommit(parsed, console, policy.platform()),
                  app -> BackupOptions.given(parsed, app).or(() -> FactsOptions.latest(facts, app)),
                  new BundlePlaces(parsed, console, policy.platform()),
                  proofs,
                  proposals,
                  parsed.hasMatchedOption("--retry"))
              .run();
      Announcement.Said said =
          source.offline() || desk.dryRun()
              ? Announcement.Said.NOTHING
              : new Announcement(
                      source.forge(),
                      proposals,
                      policy.platform(),
                      parsed.hasMatchedOption("--auto-merge"))
                  .opened(delivered);
      return OutcomeOutput.write(delivered.outcome(), said, parsed, console);
    }
  }

  /** What must hold of an overlay before it is delivered. */
  static List<Proof> proofs(ParseResult parsed, Console console, Platform platform) {
    List<Proof> proofs = new ArrayList<>();
    proofs.add(new LintProof(platform));
    proofs.add(BundleOptions.proof(parsed, console, platform));
    AccessOptions.proof(parsed, console).ifPresent(proofs::add);
    return proofs;
  }
}
