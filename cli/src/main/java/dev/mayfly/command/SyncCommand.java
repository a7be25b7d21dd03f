package dev.mayfly.command;

import dev.mayfly.command.composition.ForgeConnections;
import dev.mayfly.command.composition.GitOpsRun;
import dev.mayfly.command.console.Console;
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
import dev.mayfly.command.option.RepeatableOption;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.delivery.AdmissionCheck;
import dev.mayfly.delivery.Announcement;
import dev.mayfly.delivery.BundleMoves;
import dev.mayfly.delivery.ForgeJudge;
import dev.mayfly.delivery.MissingPreviews;
import dev.mayfly.delivery.OverlaySources;
import dev.mayfly.delivery.Proposals;
import dev.mayfly.delivery.Readmission;
import dev.mayfly.delivery.Sweep;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.NoForge;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.PreviewId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sync}: the overlays against the pull requests and the policy. */
final class SyncCommand extends Command {
  private static final FlagOption APPLY =
      new FlagOption("--apply", "do it; without this, only say what would be done");
  private static final FlagOption ALLOW_MASS_REMOVAL =
      new FlagOption("--allow-mass-removal", "remove more than half of the previews at once");
  private static final FlagOption OFFLINE =
      new FlagOption("--offline", "ask no forge: only render what is stale against the policy");
  private static final RepeatableOption RETRY =
      new RepeatableOption(
          "--retry", "APP#NUMBER", "commit something, so that Argo CD tries this preview again");

  private static final String BY_GENERATOR = "where Argo CD's generator makes the previews";
  private static final Option[] OF_OPENING = {FactsOptions.FACTS, AccessOptions.REQUIRE};

  /** What a proof takes counts too, as long as no bundle can move to another commit. */
  private static final Option[] OF_OPENING_AND_MOVING = {
    FactsOptions.FACTS, BundleOptions.HELM, AccessOptions.REQUIRE
  };

  SyncCommand() {
    super("sync", "remove orphans and expired previews, re-create missing, re-render stale ones");
  }

  @Override
  void describe(CommandSpec spec) {
    GitOpsOptions.addTo(spec);
    Option.add(spec, APPLY, ALLOW_MASS_REMOVAL, OFFLINE, RETRY, DigestOptions.APP_URL);
    BundleOptions.addTo(spec);
    Option.add(spec, BundleOptions.BUNDLE_URL, FactsOptions.FACTS);
    AccessOptions.addTo(spec);
    spec.usageMessage()
        .footer("%nExamples:", "  mayfly sync", "  mayfly sync --apply", "  mayfly sync --offline");
  }

  @Override
  int run(Invocation invocation) {
    try (GitOpsRun run = GitOpsRun.open(invocation, !APPLY.isGivenIn(invocation))) {
      boolean offline = run.isOffline();
      if (run.platform().gitops().isGenerator()) {
        UsageErrors.refuse(invocation, BY_GENERATOR, OFFLINE, FactsOptions.FACTS, RETRY);
      } else if (offline) {
        refuseWhatAsksAForge(run, invocation);
      }
      ForgeSettings settings = run.platform().forge();
      Forge forge =
          offline ? new NoForge() : ForgeConnections.forge(settings, invocation.console());
      return run.platform().gitops().isGenerator()
          ? labels(run, forge, invocation)
          : overlays(run, forge, offline, invocation);
    } catch (ProblemsException refusal) {
      if (refusal.fault() == Fault.REFUSED) {
        RefusalOutput.ofSweep(refusal, invocation.console());
      }
      throw refusal;
    }
  }

  private static void refuseWhatAsksAForge(GitOpsRun run, Invocation invocation) {
    boolean moves =
        run.platform().apps().stream()
            .anyMatch(app -> app.bundle().origin().followed().isPresent());
    UsageErrors.refuse(
        invocation,
        "where no forge is asked, so nothing is opened",
        moves ? OF_OPENING : OF_OPENING_AND_MOVING);
    UsageErrors.refuse(invocation, "where no forge is asked", ALLOW_MASS_REMOVAL);
  }

  /** Where Argo CD's generator makes the previews: the label stays only where it may. */
  private static int labels(GitOpsRun run, Forge forge, Invocation invocation) {
    Console console = invocation.console();
    boolean apply = APPLY.isGivenIn(invocation);
    AdmissionCheck admissionCheck =
        new AdmissionCheck(
            run.policy(),
            run.sources(Optional.empty()),
            problems -> Reports.problems(problems, console));
    Readmission readmission = new Readmission(forge, run.policy(), admissionCheck, console.clock());
    List<Readmission.Item> items = readmission.run(apply, ALLOW_MASS_REMOVAL.isGivenIn(invocation));
    SyncOutput output = new SyncOutput(console, apply);
    items.forEach(it -> output.add(it.id(), it.effect(), it.reason()));
    output.report(readmission.problems());
    return output.end(code(readmission.problems()), Optional.empty());
  }

  private static int overlays(GitOpsRun run, Forge forge, boolean offline, Invocation invocation) {
    Console console = invocation.console();
    boolean apply = APPLY.isGivenIn(invocation);
    Proposals proposals =
        offline
            ? Proposals.NONE
            : Proposals.of(
                ForgeConnections.gitopsForge(run.platform().forge(), console), run.platform());
    Sweep.Swept swept =
        new Sweep(
                run.delivery(),
                offline ? Sweep.Judge.NOBODY_ASKED : new ForgeJudge(forge, console.clock()),
                ALLOW_MASS_REMOVAL.isGivenIn(invocation),
                proposals,
                retries(invocation),
                new BundleMoves(run.bundles(), run.bundleProof()))
            .run(run.view());
    SyncOutput output = new SyncOutput(console, apply);
    swept.items().forEach(it -> output.add(it.id(), it.effect(), it.reason()));
    swept.commit().ifPresent(c -> output.say("in commit " + c.shortHex()));
    List<Problem> problems = new ArrayList<>(swept.problems());
    if (offline) {
      output.report(problems);
      return output.end(code(problems), Optional.empty());
    }
    Announcement announcement = new Announcement(forge, proposals, run.policy(), false);
    Announcement.Announced said =
        apply ? announcement.swept(swept) : Announcement.Announced.NOTHING;
    said.changeUrl().ifPresent(url -> output.say("waits for " + url));
    problems.addAll(said.warnings());
    // A preview that a sweep opens has to hold what one that an event opens has to.
    OverlaySources sources = run.sources(FactsOptions.read(invocation));
    MissingPreviews missing = new MissingPreviews(run.delivery(), forge, sources, announcement);
    missing
        .open(run.policy(), swept.seen())
        .forEach(it -> output.add(it.id(), it.effect(), it.reason()));
    output.report(problems);
    output.report(missing.problems());
    int code = code(problems);
    return output.end(
        code == ExitCode.FINE ? missing.worst().map(ExitCode::of).orElse(ExitCode.FINE) : code,
        said.changeUrl());
  }

  private static Set<PreviewId> retries(Invocation invocation) {
    Set<PreviewId> retries = new TreeSet<>();
    for (String given : RETRY.in(invocation)) {
      retries.add(
          PreviewId.parse(given)
              .orElseThrow(() ->
                  UsageErrors.usage(
                      "`--retry` is `" + given + "`, which names no preview",
                      "write it as `mayfly status` does, such as `orders#7`")));
    }
    return retries;
  }

  private static int code(List<Problem> problems) {
    boolean failed = problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    return failed ? ExitCode.REMOTE : ExitCode.FINE;
  }
}
