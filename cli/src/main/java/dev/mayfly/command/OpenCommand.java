package dev.mayfly.command;

import dev.mayfly.delivery.Announcement;
import dev.mayfly.delivery.Declined;
import dev.mayfly.delivery.Desk;
import dev.mayfly.delivery.LintProof;
import dev.mayfly.delivery.Opening;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.Proof;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.forge.Forge;
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
    spec.addOption(
        Options.value("--backup", "NAME", "the Backup to clone, where the platform says latest"));
    FactsOptions.addTo(spec);
    GitOpsOptions.addTo(spec);
    GitOpsOptions.addDryRun(spec);
    spec.addOption(Options.flag("--auto-merge", "let the forge merge the GitOps pull request"));
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
      Optional<ClusterFacts> facts = FactsOptions.read(parsed, console);
      List<Proof> proofs = proofs(parsed, console, policy.platform(), source);
      facts.ifPresent(known -> proofs.add(FactsOptions.proof(known, console)));
      Opening.Delivered delivered =
          new Opening(
                  desk,
                  source.selection(parsed),
                  source.inquiry(),
                  DigestOptions.atCommit(parsed, console),
                  app ->
                      Optional.ofNullable(parsed.<String>matchedOptionValue("--backup", null))
                          .or(() -> FactsOptions.latest(facts, app)),
                  proofs)
              .run();
      Announcement.Said said =
          source.offline() || desk.dryRun()
              ? Announcement.Said.NOTHING
              : new Announcement(
                      source.forge(),
                      policy.platform(),
                      HostedRepository.of(policy.platform()),
                      parsed.hasMatchedOption("--auto-merge"))
                  .opened(delivered);
      return OutcomeOutput.write(delivered.outcome(), said, parsed, console);
    }
  }

  private static List<Proof> proofs(
      ParseResult parsed, Console console, Platform platform, PullRequestSource source) {
    List<Proof> proofs =
        new ArrayList<>(
            source.offline() ? List.of(new LintProof(platform)) : proofs(platform, source.forge()));
    proofs.add(BundleOptions.proof(parsed, console));
    AccessOptions.proof(parsed, console).ifPresent(proofs::add);
    return proofs;
  }

  /** What must hold of an overlay before it is delivered, where there is a forge. */
  static List<Proof> proofs(Platform platform, Forge forge) {
    return List.of(
        new LintProof(platform), new Declined(forge, platform, HostedRepository.of(platform)));
  }
}
