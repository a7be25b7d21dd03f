package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real terminal, and a server that takes the connection and says nothing. */
class ProgressInTerminalTest {
  @TempDir Path folder;

  private TerminalRun status(ServerSocket silent, Map<String, String> env) throws Exception {
    String url = "http://127.0.0.1:" + silent.getLocalPort() + "/acme/gitops.git";
    return TerminalRun.of(folder, env, List.of(), "status", "--gitops-url", url, "--timeout", "6s");
  }

  @Test
  void theLineComesGrowsAndGoes() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      TerminalRun run = status(silent, Map.of());
      String fetching = "fetching 127.0.0.1:" + silent.getLocalPort() + "/acme/gitops, ";
      assertThat(run.screen())
          .containsSubsequence(fetching + "2 s", fetching + "3 s", "\r\033[K", "timed-out");
      assertThat(run.screen().substring(run.screen().indexOf("timed-out")))
          .doesNotContain("\033[K");
      assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
      assertThat(temporaryRepositories()).isEmpty();
    }
  }

  private String[] temporaryRepositories() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      return left.map(Path::toString)
          .filter(it -> it.contains("mayfly-git"))
          .toArray(String[]::new);
    }
  }

  @Test
  void aJobWithATerminalHasNone() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      TerminalRun run = status(silent, Map.of("CI", "true"));
      assertThat(run.screen()).contains("timed-out").doesNotContain("\033[K");
    }
  }

  @Test
  void addressesAreLinksThereUnlessColourIsUnwanted() throws Exception {
    Files.copy(Examples.HOME.resolve("primitives/mayfly.yaml"), folder.resolve("mayfly.yaml"));
    String[] line = {"explain", "AS020"};
    String link = "\033]8;;https://";
    String plain = CommandLineRun.of(folder, line).out();
    assertThat(plain).contains("https://").doesNotContain("\033");
    assertThat(TerminalRun.of(folder, Map.of(), List.of(), line).screen()).contains(link);
    for (String unwanted : new String[] {"NO_COLOR=1", "TERM=dumb"}) {
      Map<String, String> env =
          Map.of(unwanted.replaceFirst("=.*", ""), unwanted.replaceFirst(".*=", ""));
      assertThat(TerminalRun.of(folder, env, List.of(), line).screen()).doesNotContain(link);
    }
  }
}
