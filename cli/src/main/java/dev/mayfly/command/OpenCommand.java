package dev.mayfly.command;

import dev.mayfly.delivery.Announcement;
import dev.mayfly.delivery.Delivery;
import dev.mayfly.delivery.LintProof;
import dev.mayfly.delivery.Opening;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.Proof;
import dev.mayfly.delivery.Proposals;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;
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
      Delivery desk =
          GitOpsOptions.desk(parsed, console, remote, parsed.hasMatchedOption("--dry-run"));
      Policy policy = GitOpsOptions.policy(desk);
      PullRequestSource source = PullRequestSource.of(parsed, console, policy.loaded());
      if (source.offline()) {
        UsageErrors.refuse(parsed, "where no forge is asked", "--auto-merge");
      }
      Optional<ClusterFacts> facts = FactsOptions.read(parsed, console);
      Proposals proposals = source.proposals(policy.platform());
      List<Proof> proofs = proofs(parsed, console, policy.platform());
      facts.ifPresent(known -> proofs.add(FactsOptions.proof(known, console)));
      Opening opening =
          new Opening(
              desk,
              source.selection(parsed),
              source.inquiry(),
              DigestOptions.atCommit(parsed, console, policy.platform()),
              app -> BackupOptions.given(parsed, app).or(() -> FactsOptions.latest(facts, app)),
              new BundlePlaces(parsed, console, policy.platform()),
              proofs,
              proposals,
              parsed.hasMatchedOption("--retry"));
      boolean silent = source.offline() || desk.dryRun();
      Announcement announcement =
          new Announcement(
              source.forge(),
              proposals,
              policy.platform(),
              parsed.hasMatchedOption("--auto-merge"));
      try {
        Opening.Delivered delivered = opening.run();
        Announcement.Said said =
            silent ? Announcement.Said.NOTHING : announcement.opened(delivered);
        return OutcomeOutput.write(delivered.outcome(), said, parsed, console);
      } catch (ProblemsException refusal) {
        tell(
            refusal,
            source,
            policy,
            silent ? Optional.empty() : Optional.of(announcement),
            parsed,
            console);
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
      ParseResult parsed,
      Console console) {
    if (refusal.fault() != Fault.REFUSED && refusal.fault() != Fault.RENDERING) {
      return;
    }
    PullRequest named = source.inquiry().named();
    source
        .selection(parsed)
        .id(policy, named)
        .ifPresent(
            id -> {
              RefusalOutput.write(id, refusal, parsed, console);
              announcement.ifPresent(
                  it -> Reports.problems(it.refused(named, id, refusal), console));
            });
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
