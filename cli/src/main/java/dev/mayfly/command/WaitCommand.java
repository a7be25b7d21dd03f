package dev.mayfly.command;

import dev.mayfly.command.composition.Connections;
import dev.mayfly.command.composition.ForgeConnections;
import dev.mayfly.command.composition.Remotes;
import dev.mayfly.command.composition.RunEvent;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.AppOptions;
import dev.mayfly.command.option.GitOpsOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.PreviewOptions;
import dev.mayfly.command.option.WaitOptions;
import dev.mayfly.delivery.Delivery;
import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.live.Ending;
import dev.mayfly.live.Observation;
import dev.mayfly.live.WaitLoop;
import dev.mayfly.live.WaitLoop.Limits;
import dev.mayfly.live.Wanted;
import dev.mayfly.live.Witness;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.PullRequest;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code wait}: until the preview runs at the head commit, for a job that tests it. */
final class WaitCommand extends Command {
  private final Function<Console, HttpAccess> access;

  WaitCommand() {
    this(Connections::access);
  }

  WaitCommand(Function<Console, HttpAccess> access) {
    super("wait", "wait until a preview is live at the head commit");
    this.access = access;
  }

  @Override
  boolean keepsTime() {
    return true;
  }

  @Override
  void describe(CommandSpec spec) {
    PreviewOptions.addPullRequest(spec);
    WaitOptions.addTo(spec);
    GitOpsOptions.addTo(spec);
    spec.addOption(WaitOutput.OPTION.spec());
    spec.usageMessage()
        .description(
            "%n" + summary() + ".",
            "%nLive is what Argo CD has compared with the commit and found Synced and Healthy, with"
                + " no sync running, for as long as --stable says. ARGOCD_SERVER and"
                + " ARGOCD_AUTH_TOKEN name Argo CD as its own program takes them; without them the"
                + " forge is asked what `argocd.notifications` reported, with MAYFLY_FORGE_TOKEN."
                + " With that token a newer commit is noticed too.",
            "%n--timeout is 10m when left out. --probe asks the preview itself, past Access with the variables of `check access`.",
            "%nExit codes: 1 failed, 4 not live in time, 5 superseded by a newer commit.")
        .footer(
            "%nExamples:",
            "  mayfly wait --timeout 15m --probe /healthz",
            "  mayfly wait --pr 7 --sha SHA --probe / --expect-header 'X-Commit: {sha}'",
            "  kubectl get applications -A -o json | mayfly wait --pr 7 --sha SHA --applications -");
  }

  @Override
  int run(Invocation invocation) {
    Console console = invocation.console();
    WaitOptions.check(invocation);
    RunEvent.requireWork(invocation);
    Limits limits = WaitOptions.limits(invocation);
    Duration longest = limits.timeout().plusMinutes(1);
    Remotes remotes = Remotes.of(invocation);
    try (RemoteRepository remote = remotes.gitops();
        HttpTransport http = HttpTransport.strict(lasting(longest, access.apply(console)))) {
      Delivery delivery = remotes.delivery(remote, true);
      LoadedPlatform loaded = delivery.policy().loaded();
      PullRequest pullRequest = RunEvent.event(invocation, loaded).pullRequest();
      Blueprint blueprint = AppOptions.blueprint(invocation, pullRequest, loaded);
      Wanted wanted = Wanted.of(blueprint, pullRequest);
      Witness witness =
          new WaitWitness(
                  invocation,
                  http,
                  ForgeConnections.withToken(loaded.platform().forge(), longest, console),
                  blueprint)
              .of(pullRequest, wanted, delivery);
      WaitOutput output = new WaitOutput(wanted, console);
      Ending ending;
      try (Step step = console.activity().begin("waiting until", wanted.id() + " is live")) {
        ending =
            WaitOptions.APPLICATIONS.isGivenIn(invocation)
                ? WaitLoop.once(witness)
                : new WaitLoop(witness, limits, console.clock(), console.sleeper())
                    .await(news(output));
        step.outcome(ending.last().words());
      }
      output.write(ending, invocation);
      WaitReport.write(ending, pullRequest, wanted, loaded.platform(), console);
      return switch (ending.result()) {
        case LIVE -> ExitCode.FINE;
        case FAILED -> ExitCode.FINDINGS;
        case TIMED_OUT, WAITING -> ExitCode.REMOTE;
        case SUPERSEDED -> ExitCode.REFUSED;
      };
    }
  }

  private static HttpAccess lasting(Duration longest, HttpAccess http) {
    return http.within(http.limits().lasting(longest));
  }

  /** Says what has changed, and every minute that nothing has. */
  private static BiConsumer<Duration, Observation> news(WaitOutput output) {
    String[] said = {""};
    long[] minute = {-1};
    return (took, seen) -> {
      if (!seen.words().equals(said[0]) || took.toMinutes() > minute[0]) {
        output.progress(took, seen);
        said[0] = seen.words();
        minute[0] = took.toMinutes();
      }
    };
  }
}
