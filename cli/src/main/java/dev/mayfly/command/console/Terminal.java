package dev.mayfly.command.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person sits at: both streams of results, and with a keyboard standard input too. Its last
 * line may hold what is waited for; whatever else is written takes that away first.
 */
public final class Terminal {
  /** Nobody sits there. */
  public static final Terminal NONE = new Terminal(null, false);

  /** Without wrapping a long line is cut at the edge, so that one return goes to its beginning. */
  private static final String REWRITE = "\r\033[K\033[?7l%s\033[?7h";

  private static final String CLEAR = "\r\033[K";

  private final @Nullable OutputStream screen;
  private final boolean keyboard;
  private String shown = "";

  /**
   * A terminal.
   *
   * @param screen where it takes bytes, with no buffer between
   * @param keyboard whether the person can answer
   */
  public Terminal(@Nullable OutputStream screen, boolean keyboard) {
    this.screen = screen;
    this.keyboard = keyboard;
  }

  boolean isThere() {
    return screen != null;
  }

  /** Whether questions may be asked. */
  public boolean canAnswer() {
    return isThere() && keyboard;
  }

  /** Whether it is a terminal that can do no more than print. */
  public static boolean isDumb(Map<String, String> env) {
    return "dumb".equals(env.get("TERM"));
  }

  /** Writes the last line anew; with nothing it goes. */
  synchronized void show(String line) {
    if (screen != null && !line.equals(shown)) {
      write(screen, line.isEmpty() ? CLEAR : REWRITE.formatted(line));
      shown = line;
    }
  }

  /** Who can no longer be shown anything is not told why. */
  private static void write(OutputStream screen, String text) {
    try {
      screen.write(text.getBytes(StandardCharsets.UTF_8));
      screen.flush();
    } catch (IOException e) {
      return;
    }
  }

  /** The stream as one before which the last line goes away. */
  public OutputStream guarded(OutputStream stream) {
    return isThere() ? new Guarded(stream) : stream;
  }

  private final class Guarded extends FilterOutputStream {
    Guarded(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      synchronized (Terminal.this) {
        show("");
        out.write(bytes, from, length);
      }
    }
  }
}
