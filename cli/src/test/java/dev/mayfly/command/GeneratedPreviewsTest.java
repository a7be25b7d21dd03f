package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.git.GitCommand;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Git does not know, where Argo CD's generator makes the previews, is not said to be none. */
class GeneratedPreviewsTest {
  @TempDir Path temp;
  private GitCommand gitops;

  @BeforeEach
  void start() {
    gitops = GitCommand.bare(temp.resolve("gitops.git"));
    gitops.commit("main", Map.of("mayfly.yaml", Examples.platform("monolith")));
  }

  private CommandLineRun run(String... args) {
    return CommandLineRun.of(
        temp,
        Stream.concat(Stream.of(args), Stream.of("--gitops-url", "file://" + gitops.directory()))
            .toArray(String[]::new));
  }

  @Test
  void noListIsNotAnEmptyOne() {
    CommandLineRun run = run("status", "--offline");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(
            "error[delivery-generator]: this platform's previews are made by Argo CD's generator,"
                + " so Git knows none of them");
  }

  /** A platform that moves from overlays to the generator still has some. */
  @Test
  void overlaysThatAreLeftAreListed() {
    gitops.commit("main", Map.of("previews/monolith/pr-7/preview.yaml", "kind: Preview\n"));
    assertThat(run("status", "--offline").out()).contains("monolith#7");
  }

  @Test
  void onlyTheForgeKnowsWhatIsAdmitted() {
    CommandLineRun run = run("sync", "--offline");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err())
        .contains("`--offline` says nothing where Argo CD's generator makes the previews")
        .doesNotContain("forge.kind");
  }
}
