package dev.mayfly.command.console;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Sleeper;
import dev.mayfly.report.Hyperlink;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
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
 * @param sleeper how a run waits before it asks again
 * @param colour whether reports may use terminal colours
 * @param terminal what a person sits at, if anybody does
 * @param activity who is told of what takes time
 */
public record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> env,
    Path directory,
    Clock clock,
    Sleeper sleeper,
    boolean colour,
    Terminal terminal,
    Activity activity) {
  public Console {
    env = new HashMap<>(env);
    env.values().removeIf(String::isEmpty);
    env = Map.copyOf(env);
  }

  /** The real one. Its streams speak UTF-8 whatever the locale says. */
  public static Console system() {
    // The launcher knows each stream; java.io.Console would load a terminal library to ask.
    Terminal terminal =
        Boolean.getBoolean("mayfly.terminal")
            ? new Terminal(
                new FileOutputStream(FileDescriptor.err), Boolean.getBoolean("mayfly.keyboard"))
            : Terminal.NONE;
    return new Console(
        utf8(FileDescriptor.out, terminal),
        utf8(FileDescriptor.err, terminal),
        System.in,
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Clock.systemUTC(),
        Thread::sleep,
        terminal.isThere(),
        terminal,
        Activity.SILENT);
  }

  /** A Git remote as the user wrote it; a relative local path is relative to where they stand. */
  public String resolveRemote(String url) {
    boolean local = !url.contains(":") && !url.startsWith("/");
    return local ? directory.resolve(url).normalize().toString() : url;
  }

  public Console in(Path other) {
    return new Console(out, err, in, env, other, clock, sleeper, colour, terminal, activity);
  }

  public Console withColour(boolean wanted) {
    return new Console(out, err, in, env, directory, clock, sleeper, wanted, terminal, activity);
  }

  public Console with(Activity told) {
    return new Console(out, err, in, env, directory, clock, sleeper, colour, terminal, told);
  }

  /**
   * A result for standard output, with links where it is a terminal that wants more than letters.
   */
  public String linked(String text) {
    boolean links = colour && terminal.isThere() && !Terminal.isDumb(env);
    return links ? Hyperlink.in(text) : text;
  }

  /** The same with another place for results. */
  public Console withOutput(PrintStream other) {
    return new Console(other, err, in, env, directory, clock, sleeper, colour, terminal, activity);
  }

  private static PrintStream utf8(FileDescriptor descriptor, Terminal terminal) {
    OutputStream raw = terminal.guarded(new FileOutputStream(descriptor));
    var file = new BufferedOutputStream(raw, 1 << 16);
    return new PrintStream(file, false, StandardCharsets.UTF_8);
  }
}
