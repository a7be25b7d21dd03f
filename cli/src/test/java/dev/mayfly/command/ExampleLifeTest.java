package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example that Mayfly delivers lives its whole life, with its bundle proven. */
class ExampleLifeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("delivered")
  void itIsOpenedVerifiedAndClosed(String name) {
    boolean chart = Examples.platform(name).contains("kind: helm");
    Map<String, String> env = chart ? Programs.path("helm") : Map.of();
    try (ExampleWorld world = new ExampleWorld(name, folder, env)) {
      List<String[]> apps =
          Examples.apps(name).stream().map(app -> new String[] {"--app", app}).toList();
      live(world, apps.isEmpty() ? List.<String[]>of(new String[0]) : apps);
    }
  }

  private static void live(ExampleWorld world, List<String[]> apps) {
    for (String[] app : apps) {
      CommandLineRun opened = world.event("open", "opened", app);
      assertThat(opened.code()).as(opened.err()).isEqualTo(ExitCode.FINE);
      assertThat(opened.err()).doesNotContain("warning");
    }
    String commit = world.gitops.tip("main");
    for (String[] app : apps) {
      assertThat(world.event("open", "opened", app).code()).isEqualTo(ExitCode.FINE);
    }
    assertThat(world.gitops.tip("main")).isEqualTo(commit);
    for (String command : List.of("verify", "lint")) {
      CommandLineRun run = world.inClone(command);
      assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.FINE);
    }
    for (String[] app : apps) {
      CommandLineRun closed = world.event("close", "closed", app);
      assertThat(closed.code()).as(closed.err()).isEqualTo(ExitCode.FINE);
    }
    assertThat(world.gitops.paths("main")).noneMatch(path -> path.contains("/pr-"));
  }

  static Stream<String> delivered() {
    return Examples.names().stream()
        .filter(name -> Examples.platform(name).contains("delivery: overlay"));
  }
}
