package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.CompareAndSwapLoop.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole delivery, watched from outside: no child process, nothing read from or put in home. */
@Tag("slow")
class HermeticSystemTest {
  @TempDir Path temp;

  /** Delivers once; run by the test in a process of its own. */
  public static void main(String[] arguments) {
    try (RemoteRepository remote =
        Deliveries.open(RemoteUrl.parse(arguments[0]), Path.of(arguments[1]))) {
      if (!(Deliveries.deliver(remote, Deliveries.overlay(7, "x")) instanceof Result.Delivered)) {
        throw new IllegalStateException("not delivered");
      }
    }
    try (LocalRepository local = LocalRepository.around(Path.of(arguments[2])).orElseThrow()) {
      local.at("main").orElseThrow();
    }
  }

  @Test
  void startsNoProcessAndIgnoresTheUsersConfiguration() throws Exception {
    Path strace = Path.of("/usr/bin/strace");
    Assumptions.assumeTrue(Files.isExecutable(strace), "strace is not installed");
    GitCommand git = GitCommand.bare(temp.resolve("gitops.git"));
    git.commit("main", Map.of("mayfly.yaml", "x\n"));
    Path home = Files.createDirectories(temp.resolve("home"));
    Files.writeString(
        home.resolve(".gitconfig"),
        "[url \"http://127.0.0.1:1/\"]\n\tinsteadOf = http://127.0.0.1\n[core]\n\tbroken");
    try (GitServer server = GitServer.serving(temp)) {
      List<String> calls = trace(strace, home, server.url("gitops.git").text(), git.directory());
      assertThat(calls.stream().filter(line -> line.contains("execve("))).hasSize(1);
      assertThat(calls.stream().filter(line -> line.contains(home + "/."))).isEmpty();
      assertThat(calls.stream().filter(line -> line.contains("/etc/gitconfig"))).isEmpty();
    }
    try (Stream<Path> left = Files.list(home)) {
      assertThat(left).containsExactly(home.resolve(".gitconfig"));
    }
    assertThat(git.paths("main")).contains("previews/orders/pr-7/preview.yaml");
  }

  private List<String> trace(Path strace, Path home, String url, Path local) throws Exception {
    Path log = temp.resolve("calls");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(strace.toString(), "-f", "-qq", "-s", "300", "-o", log.toString()));
    command.addAll(List.of("-e", "trace=execve,open,openat,stat,newfstatat,access,mkdir"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Duser.home=" + home, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(HermeticSystemTest.class.getName(), url, temp.toString()));
    command.add(local.toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_CONFIG_HOME", home.resolve(".config").toString());
    builder.environment().put("GIT_SSH", "/bin/false");
    Process process = builder.start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return Files.readAllLines(log);
  }
}
