package dev.mayfly.command;

import dev.mayfly.command.composition.Connections;
import dev.mayfly.command.composition.ForgeConnections;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.Reports;
import dev.mayfly.delivery.Deployments;
import dev.mayfly.forge.Deployment;
import dev.mayfly.live.Ending;
import dev.mayfly.live.Wanted;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.UntrustedText;
import java.util.List;

/** Tells the forge how the wait ended, where the platform wants previews reported. */
final class WaitReport {
  private static final int LONGEST = 300;

  private WaitReport() {}

  /** Only an end is told: what still may come, or was replaced, is for others to say. */
  static void write(
      Ending ending, PullRequest source, Wanted wanted, Platform platform, Console console) {
    boolean asked =
        platform.forge().deployments()
            && platform.forge().kind() != ForgeSettings.Kind.NONE
            && console.env().containsKey(Connections.FORGE_TOKEN);
    if (!asked) {
      return;
    }
    switch (ending.result()) {
      case LIVE -> tell(Deployment.live(), source, wanted, platform, console);
      case FAILED -> {
        String words = UntrustedText.clean(ending.last().words(), LONGEST);
        tell(Deployment.failed(words), source, wanted, platform, console);
      }
      case TIMED_OUT, WAITING, SUPERSEDED -> {}
    }
  }

  private static void tell(
      Deployment end, PullRequest source, Wanted wanted, Platform platform, Console console) {
    new Deployments(ForgeConnections.forge(platform.forge(), console), platform)
        .reportEnd(source, wanted.id(), wanted.url(), end)
        .ifPresent(warning -> Reports.problems(List.of(warning), console));
  }
}
