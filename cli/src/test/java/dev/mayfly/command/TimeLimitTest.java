package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --timeout}: somebody takes the connection and says nothing. */
class TimeLimitTest {
  @TempDir Path folder;
  private ServerSocket silent;

  @BeforeEach
  void listen() throws IOException {
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    silent.close();
  }

  private String address() {
    return "127.0.0.1:" + silent.getLocalPort();
  }

  private CommandLineRun status(Map<String, String> env, String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "status";
    args[1] = "--gitops-url";
    args[2] = "http://" + address() + "/acme/gitops.git";
    System.arraycopy(more, 0, args, 3, more.length);
    return CommandLineRun.of(CommandCatalog.all(), env, folder, args);
  }

  @Test
  void whoIsSilentIsWaitedForNoLonger() {
    long start = System.nanoTime();
    CommandLineRun run = status(Map.of(), "--timeout", "1s");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(seconds(1), seconds(40));
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.err())
        .isEqualTo(
            """
            error[timed-out]: the command did not end within the 1 s of `--timeout`, while fetching %s/acme/gitops
              = hint: what was sent may have arrived; run it again with more time, which finishes what is half done
            """
                .formatted(address()));
  }

  private static Duration seconds(int count) {
    return Duration.ofSeconds(count);
  }

  @Test
  void theEnvironmentMaySayIt() {
    assertThat(status(Map.of("MAYFLY_TIMEOUT", "1s")).err()).startsWith("error[timed-out]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "1", "-1s", "1.5s", "123456s", ""})
  void whatIsNoTimeIsRefused(String time) {
    CommandLineRun run = status(Map.of(), "--timeout=" + time);
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err())
        .contains(
            "`--timeout` is `" + time + "`, which is not a time", "write `90s`, `10m` or `1h`");
  }

  /** So that temporary folders are removed. */
  @Test
  void theCommandIsLetGoInOrder() {
    AtomicReference<String> how = new AtomicReference<>("not ended");
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> limit(300).run(() -> read(how), () -> "reading"))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.REMOTE))
        .withMessageEndingWith("`--timeout`, while reading");
    assertThat(how.get()).startsWith("interrupted");
  }

  private int read(AtomicReference<String> how) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), silent.getLocalPort())) {
      return socket.getInputStream().read();
    } catch (IOException e) {
      how.set(Thread.currentThread().isInterrupted() ? "interrupted" : "failed: " + e);
      return 0;
    }
  }

  private static TimeLimit limit(int millis) {
    return new TimeLimit(Duration.ofMillis(millis));
  }

  @Test
  void whoEndsInTimeEndsAsEver() {
    assertThat(limit(60_000).run(() -> 3, () -> "")).isEqualTo(3);
    Problem problem = Problem.error("own", null, "an own problem", "");
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> limit(60_000).run(() -> fail(problem), () -> ""))
        .withMessage("an own problem");
    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(() -> limit(60_000).run(TimeLimitTest::deep, () -> ""));
  }

  private static int fail(Problem problem) {
    throw new ProblemsException(Fault.REFUSED, problem);
  }

  private static int deep() {
    return 1 + deep();
  }
}
