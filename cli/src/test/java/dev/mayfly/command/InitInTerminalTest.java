package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.TerminalRun.Typed;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions of {@code init} at a real terminal. */
class InitInTerminalTest {
  @TempDir Path folder;

  private TerminalRun init(Typed... dialogue) throws Exception {
    return TerminalRun.of(folder, Map.of(), List.of(dialogue), "init", "new");
  }

  @Test
  void enterTakesWhatIsShown() throws Exception {
    TerminalRun run =
        init(
            new Typed("[minimal]: ", "\r"),
            new Typed("The forge (github, gitlab, gitea) [github]: ", "\r"),
            new Typed(
                "[https://github.com/acme/gitops.git]: ", "https://github.com/shop/ops.git\r"),
            new Typed("The app [web]: ", "Till\r"),
            new Typed("that will not do: write an app name", "till\r"),
            new Typed("[shop/till]: ", "\r"),
            new Typed("[preview.example.dev]: ", "preview.shop.dev\r"));
    assertThat(run.code()).isZero();
    assertThat(Files.readString(folder.resolve("new/mayfly.yaml")))
        .contains(
            "metadata: {name: till}",
            "repository: https://github.com/shop/ops.git,",
            "repository: shop/till\n",
            "domain: preview.shop.dev #");
  }

  @Test
  void ctrlCLeavesNothingBehind() throws Exception {
    TerminalRun run = init(new Typed("[minimal]: ", "\r"), new Typed("[github]: ", "\003"));
    assertThat(run.code()).isEqualTo(130);
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void ctrlDLeavesNothingBehind() throws Exception {
    TerminalRun run = init(new Typed("[minimal]: ", "\r"), new Typed("[github]: ", "\004"));
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.screen()).contains("not-answered");
    assertThat(folder.resolve("new")).doesNotExist();
    assertThat(GoldenFiles.files(folder)).containsExactly("screen.txt");
  }
}
