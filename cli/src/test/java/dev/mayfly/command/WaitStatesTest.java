package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Edge;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.live.Observation.Stage;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state that Argo CD can show of a preview, for as long as it is waited for. */
class WaitStatesTest {
  @TempDir Path temp;

  private static ShownApplication with(String metadata) {
    ShownApplication shown = ShownApplication.live();
    shown.metadata = metadata;
    return shown;
  }

  private static ShownApplication newer() {
    ShownApplication shown = ShownApplication.live();
    shown.wanted = ShownApplication.NEWER;
    shown.history.add(ShownApplication.SHA);
    return shown;
  }

  private static Edge.Host shown(Stage stage) {
    return switch (stage) {
      case WAITING -> WaitWorld.body(ShownApplication.syncing().json());
      case UNSEEN -> WaitWorld.ABSENT;
      case BEHIND -> WaitWorld.body(ShownApplication.older().json());
      case GOING ->
          WaitWorld.body(with(", \"deletionTimestamp\": \"2026-11-22T09:00:00Z\"").json());
      case UNANSWERED -> Edge.status(503);
      case DEGRADED -> WaitWorld.body(ShownApplication.degraded().json());
      case LIVE -> WaitWorld.body(ShownApplication.live().json());
      case FAILED -> WaitWorld.body(ShownApplication.syncFailed().json());
      case SUPERSEDED -> WaitWorld.body(newer().json());
    };
  }

  private static int ends(Stage stage) {
    return switch (stage) {
      case LIVE -> ExitCode.FINE;
      case DEGRADED, FAILED -> ExitCode.FINDINGS;
      case SUPERSEDED -> ExitCode.REFUSED;
      case WAITING, UNSEEN, BEHIND, GOING, UNANSWERED -> ExitCode.REMOTE;
    };
  }

  @ParameterizedTest
  @EnumSource
  void hasItsWordsAndItsExitCode(Stage stage) throws Exception {
    try (WaitWorld world = new WaitWorld(temp)) {
      world.argocd(shown(stage));
      String[] options = {"--timeout", "2m"};
      String golden = "state/" + stage.name().toLowerCase(Locale.ROOT);
      CommandLineRun run = world.golden(golden, world.run(options), options);
      assertThat(run.code()).isEqualTo(ends(stage));
    }
  }
}
