package dev.mayfly.command;

import dev.mayfly.command.composition.ForgeConnections;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.Reports;
import dev.mayfly.delivery.Deployments;
import dev.mayfly.forge.Deployment;
import dev.mayfly.forge.Forges;
import dev.mayfly.live.Ending;
import dev.mayfly.live.Wanted;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.UntrustedText;
import java.util.List;
import java.util.Optional;

/** Tells the forge how the wait ended, where the platform wants previews reported. */
final class WaitReport {
  private static final int LONGEST = 300;

  private WaitReport() {}

  /** Only an end is told: what still may come, or was replaced, is for others to say. */
  static void write(
      Ending ending, PullRequest source, Wanted wanted, Platform platform, Console console) {
    Optional<Deployment> end =
        switch (ending.result()) {
          case LIVE -> Optional.of(Deployment.live());
          case FAILED ->
              Optional.of(Deployment.failed(UntrustedText.clean(ending.last().words(), LONGEST)));
          case TIMED_OUT, WAITING, SUPERSEDED -> Optional.empty();
        };
    if (end.isPresent() && platform.forge().deployments()) {
      ForgeConnections.withToken(platform.forge(), Forges.LIMITS.budget(), console)
          .map(forge -> new Deployments(forge, platform))
          .flatMap(it -> it.reportEnd(source, wanted.id(), wanted.url(), end.get()))
          .ifPresent(warning -> Reports.problems(List.of(warning), console));
    }
  }
}
