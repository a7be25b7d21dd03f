package dev.mayfly.command;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.delivery.AdmissionCheck;
import dev.mayfly.delivery.Announcement;
import dev.mayfly.delivery.BundleMoves;
import dev.mayfly.delivery.Delivery;
import dev.mayfly.delivery.ForgeFate;
import dev.mayfly.delivery.MissingPreviews;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.Proof;
import dev.mayfly.delivery.Proposals;
import dev.mayfly.delivery.Readmission;
import dev.mayfly.delivery.Sweep;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.NoForge;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.platform.ForgeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code sync}: the overlays against the pull requests and the policy. */
final class SyncCommand implements Command {
  private static final String[] OF_OPENING = {"--facts", "--require-access"};

  /** What a proof takes counts too, as long as no bundle can move to another commit. */
  private static final String[] OF_OPENING_AND_MOVING = {"--facts", "--helm", "--require-access"};

  @Override
  public String name() {
    return "sync";
  }

  @Override
  public String summary() {
    return "remove orphans and expired previews, re-create missing, render stale ones anew";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    GitOpsOptions.addTo(spec);
    spec.addOption(Options.flag("--apply", "do it; without this, only say what would be done"));
    spec.addOption(
        Options.flag("--allow-mass-removal", "remove more than half of the previews at once"));
    spec.addOption(
        Options.flag("--offline", "ask no forge: only render what is stale against the policy"));
    spec.addOption(
        Options.repeatable(
            "--retry", "APP#NUMBER", "commit something, so that Argo CD tries this preview again"));
    DigestOptions.addAppUrl(spec);
    BundleOptions.addTo(spec);
    BundleOptions.addPlace(spec);
    FactsOptions.addTo(spec);
    AccessOptions.addTo(spec);
    spec.usageMessage()
        .footer("%nExamples:", "  mayfly sync", "  mayfly sync --apply", "  mayfly sync --offline");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    boolean apply = parsed.hasMatchedOption("--apply");
    boolean massRemoval = parsed.hasMatchedOption("--allow-mass-removal");
    try (RemoteRepository remote = GitOpsOptions.remote(parsed, console)) {
      Delivery desk = GitOpsOptions.desk(parsed, console, remote, !apply);
      Policy policy = GitOpsOptions.policy(desk);
      ForgeSettings settings = policy.platform().forge();
      boolean offline =
          parsed.hasMatchedOption("--offline") || settings.kind() == ForgeSettings.Kind.NONE;
      if (offline) {
        boolean moves =
            policy.platform().apps().stream()
                .anyMatch(app -> app.bundle().origin().followed().isPresent());
        UsageErrors.refuse(
            parsed,
            "where no forge is asked, so nothing is opened",
            moves ? OF_OPENING : OF_OPENING_AND_MOVING);
        UsageErrors.refuse(parsed, "where no forge is asked", "--allow-mass-removal");
      }
      Forge forge = offline ? new NoForge() : Connections.forge(settings, console);
      if (policy.platform().gitops().isGenerator()) {
        UsageErrors.refuse(
            parsed, "where Argo CD's generator makes the previews", "--facts", "--retry");
        AdmissionCheck examination =
            new AdmissionCheck(
                policy,
                DigestOptions.atCommit(parsed, console, policy.platform()),
                app -> Optional.empty(),
                new BundlePlaces(parsed, console, policy.platform()),
                OpenCommand.proofs(parsed, console, policy.platform()),
                problems -> Reports.problems(problems, console));
        return labels(
            new Readmission(forge, policy, examination, console.clock()), parsed, console);
      }
      Sweep.Fate fate =
          offline
              ? (p, id, repository) -> new Sweep.Answer.Stays()
              : new ForgeFate(forge, console.clock());
      Proposals proposals =
          offline
              ? Proposals.NONE
              : Proposals.of(Connections.gitopsForge(settings, console), policy.platform());
      BundlePlaces places = new BundlePlaces(parsed, console, policy.platform());
      BundleMoves moves =
          new BundleMoves(places, BundleOptions.proof(parsed, console, policy.platform()));
      Sweep.Swept swept =
          new Sweep(desk, fate, massRemoval, proposals, retries(parsed), moves).run();
      swept.items().forEach(item -> console.out().println(line(item, apply)));
      swept.commit().ifPresent(c -> console.out().println("in commit " + c.shortHex()));
      List<Problem> problems = new ArrayList<>(swept.problems());
      if (offline) {
        return end(problems, console);
      }
      Announcement announcement = new Announcement(forge, proposals, policy.platform(), false);
      if (apply) {
        Announcement.Said said = announcement.swept(swept);
        said.changeUrl().ifPresent(url -> console.out().println("waits for " + url));
        problems.addAll(said.warnings());
      }
      Optional<ClusterFacts> facts = FactsOptions.read(parsed, console);
      // A preview that a sweep opens has to hold what one that an event opens has to.
      List<Proof> proofs = OpenCommand.proofs(parsed, console, policy.platform());
      facts.ifPresent(known -> proofs.add(FactsOptions.proof(known, console)));
      MissingPreviews missing =
          new MissingPreviews(
              desk,
              forge,
              DigestOptions.atCommit(parsed, console, policy.platform()),
              app -> FactsOptions.latest(facts, app),
              places,
              proofs,
              announcement);
      missing.open(policy).forEach(line -> console.out().println(line));
      int sweptCode = end(problems, console);
      Reports.problems(missing.problems(), console);
      return sweptCode == ExitCode.FINE
          ? missing.worst().map(ExitCode::of).orElse(ExitCode.FINE)
          : sweptCode;
    }
  }

  private static Set<PreviewId> retries(ParseResult parsed) {
    Set<PreviewId> retries = new TreeSet<>();
    for (String given : parsed.matchedOptionValue("--retry", List.<String>of())) {
      retries.add(
          PreviewId.parse(given)
              .orElseThrow(
                  () ->
                      UsageErrors.usage(
                          "`--retry` is `" + given + "`, which names no preview",
                          "write it as `mayfly status` does, such as `orders#7`")));
    }
    return retries;
  }

  /** Where Argo CD's generator makes the previews: the label stays only where it may. */
  private static int labels(Readmission readmission, ParseResult parsed, Console console) {
    boolean apply = parsed.hasMatchedOption("--apply");
    readmission
        .run(apply, parsed.hasMatchedOption("--allow-mass-removal"))
        .forEach(item -> console.out().println(line(item, apply)));
    return end(readmission.problems(), console);
  }

  private static int end(List<Problem> problems, Console console) {
    Reports.problems(problems, console);
    boolean failed = problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    return failed ? ExitCode.REMOTE : ExitCode.FINE;
  }

  private static String line(Sweep.Item item, boolean apply) {
    return line(item.id() + "", item.word(), item.reason(), apply || item.word().equals("kept"));
  }

  private static String line(Readmission.Item item, boolean apply) {
    boolean plain = apply || !List.of("admitted", "withdrawn").contains(item.word());
    return line(item.id() + "", item.word(), item.reason(), plain);
  }

  private static String line(String id, String word, String reason, boolean plain) {
    return id
        + ": "
        + (plain ? word : "would be " + word)
        + (reason.isEmpty() ? "" : " (" + reason + ")");
  }
}
