package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.Progress;
import dev.mayfly.command.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** One line of a terminal, rewritten, says what is waited for and goes away. */
class ProgressTest {
  private static final String CLEAR = "\r\033[K";
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final Terminal terminal = new Terminal(screen, false);
  private final MovedClock clock = new MovedClock();
  private final Progress progress = new Progress(terminal, clock);

  private Progress.Running begin(String verb, String object) {
    Progress.Running step =
        new Progress.Running(verb, object, clock.instant()) {
          @Override
          public void outcome(String words) {}

          @Override
          public void close() {
            progress.ended(this);
          }
        };
    progress.begun(step);
    return step;
  }

  private String after(int millis) {
    clock.move(Duration.ofMillis(millis));
    screen.reset();
    progress.tick();
    return screen.toString(StandardCharsets.UTF_8);
  }

  private static String line(String words) {
    return CLEAR + "\033[?7l" + words + "\033[?7h";
  }

  @Test
  void nothingIsShownToWhoHasNotWaited() {
    begin("fetching", "github.com/acme/gitops");
    assertThat(after(1999)).isEmpty();
    assertThat(after(1)).isEqualTo(line("fetching github.com/acme/gitops, 2 s"));
    assertThat(after(900)).isEmpty();
    assertThat(after(100)).isEqualTo(line("fetching github.com/acme/gitops, 3 s"));
  }

  @Test
  void theInnermostThatLastsIsShown() {
    Progress.Running outer = begin("waiting until", "web#7 is live");
    assertThat(after(9000)).isEqualTo(line("waiting until web#7 is live, 9 s"));
    Progress.Running inner = begin("asking", "github.com");
    assertThat(after(1000)).isEqualTo(line("waiting until web#7 is live, 10 s"));
    assertThat(after(1000)).isEqualTo(line("asking github.com, 2 s"));
    inner.close();
    assertThat(after(0)).isEqualTo(line("waiting until web#7 is live, 11 s"));
    outer.close();
    assertThat(after(0)).isEqualTo(CLEAR);
    assertThat(after(9000)).isEmpty();
  }

  /** Three hundred questions of half a second each are a wait too. */
  @Test
  void manyShortStepsAreShownAsTheyCome() {
    clock.move(Duration.ofSeconds(3));
    begin("asking", "one").close();
    begin("asking", "other");
    assertThat(after(500)).isEqualTo(line("asking other"));
  }

  @Test
  void countsStandBeforeWhatIsCounted() {
    begin("reading", "files").reached(12300, 20000);
    assertThat(after(2000)).isEqualTo(line("reading 12,300 of 20,000 files, 2 s"));
  }

  @Test
  void aLineHasAnEnd() {
    begin("fetching", "x".repeat(5000));
    assertThat(after(2000)).hasSizeBetween(200, 240).contains("x..., 2 s");
  }

  @Test
  void whateverElseIsWrittenTakesTheLineAwayFirst() throws IOException {
    OutputStream out = terminal.guarded(new Both());
    begin("fetching", "x");
    after(2000);
    screen.reset();
    out.write("done\n".getBytes(StandardCharsets.UTF_8));
    assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo(CLEAR + "done\n");
    assertThat(after(0)).isEqualTo(line("fetching x, 2 s"));
  }

  @Test
  void theEndTakesItAway() {
    begin("fetching", "x");
    after(2000);
    screen.reset();
    progress.end();
    assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo(CLEAR);
    assertThat(after(5000)).isEmpty();
  }

  /** Both streams go to one screen. */
  private final class Both extends OutputStream {
    private final IntConsumer write = screen::write;

    @Override
    public void write(int b) {
      write.accept(b);
    }
  }
}
