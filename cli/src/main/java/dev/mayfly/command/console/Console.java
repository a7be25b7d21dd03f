package dev.mayfly.command.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * All that a command may know of the world around the process.
 *
 * @param env the variables that say something: one that is set but empty is unset, since CI systems
 *     pass on what was not given that way
 * @param directory what relative paths are relative to
 * @param colour whether reports may use terminal colours
 */
public record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> env,
    Path directory,
    Clock clock,
    boolean colour) {
  public Console {
    env = new HashMap<>(env);
    env.values().removeIf(String::isEmpty);
    env = Map.copyOf(env);
  }

  /** The real one. Its streams speak UTF-8 whatever the locale says. */
  public static Console system() {
    return new Console(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        System.in,
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Clock.systemUTC(),
        // The launcher knows each stream; java.io.Console would load a terminal library to ask.
        Boolean.getBoolean("mayfly.terminal"));
  }

  /** A Git remote as the user wrote it; a relative local path is relative to where they stand. */
  public String resolveRemote(String url) {
    boolean local = !url.contains(":") && !url.startsWith("/");
    return local ? directory.resolve(url).normalize().toString() : url;
  }

  public Console in(Path other) {
    return new Console(out, err, in, env, other, clock, colour);
  }

  public Console withColour(boolean wanted) {
    return new Console(out, err, in, env, directory, clock, wanted);
  }

  /** The same with another place for results. */
  public Console withOutput(PrintStream other) {
    return new Console(other, err, in, env, directory, clock, colour);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    var file = new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16);
    return new PrintStream(file, false, StandardCharsets.UTF_8);
  }
}
