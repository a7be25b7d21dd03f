package dev.mayfly.command;

import dev.mayfly.delivery.Desk;
import dev.mayfly.delivery.ForgeFate;
import dev.mayfly.delivery.Missing;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.Sweep;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.forge.Forge;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.report.TextReport;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code sync}: the overlays against the pull requests and the policy. */
final class SyncCommand implements Command {
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
    DigestOptions.addAppUrl(spec);
    spec.usageMessage()
        .footer("%nExamples:", "  mayfly sync", "  mayfly sync --apply", "  mayfly sync --offline");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Console console) {
    boolean apply = parsed.hasMatchedOption("--apply");
    try (RemoteRepository remote = GitOpsOptions.remote(parsed, console)) {
      Desk desk = GitOpsOptions.desk(parsed, console, remote, !apply);
      Policy policy = GitOpsOptions.policy(desk);
      ForgeSettings settings = policy.platform().forge();
      boolean offline =
          parsed.hasMatchedOption("--offline") || settings.kind() == ForgeSettings.Kind.NONE;
      if (policy.platform().gitops().isGenerator()) {
        return AdmittedLabels.sync(policy, Connections.forge(settings, console), apply, console);
      }
      Forge forge = Connections.forge(settings, console);
      Sweep.Fate fate =
          offline ? (p, id) -> new Sweep.Answer.Stays() : new ForgeFate(forge, console.clock());
      Sweep.Swept swept =
          new Sweep(desk, fate, parsed.hasMatchedOption("--allow-mass-removal")).run();
      swept.items().forEach(item -> console.out().println(line(item, apply)));
      swept
          .commit()
          .ifPresent(c -> console.out().println("in commit " + c.shortHex() + where(swept)));
      List<Problem> problems = new ArrayList<>(swept.problems());
      if (!offline) {
        Missing missing = new Missing(desk, forge, DigestOptions.atCommit(parsed, console));
        missing.open(policy).forEach(line -> console.out().println(line));
        problems.addAll(missing.problems());
      }
      if (!problems.isEmpty()) {
        console.err().print(new TextReport(console.colour()).format(problems));
      }
      boolean failed = problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
      return failed ? ExitCode.REMOTE : ExitCode.FINE;
    }
  }

  private static String where(Sweep.Swept swept) {
    return swept.waiting() ? " on branch mayfly/sync" : "";
  }

  private static String line(Sweep.Item item, boolean apply) {
    String word = item.word().equals("kept") || apply ? item.word() : "would be " + item.word();
    return item.id() + ": " + word + (item.reason().isEmpty() ? "" : " (" + item.reason() + ")");
  }
}
