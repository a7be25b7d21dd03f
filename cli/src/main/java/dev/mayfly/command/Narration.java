package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.Progress;
import dev.mayfly.command.console.Secrets;
import dev.mayfly.command.console.Terminal;
import dev.mayfly.command.option.GlobalOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.diagnostic.Activity;
import dev.mayfly.event.CiEnvironment;
import dev.mayfly.report.TerminalText;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says what is done: in a terminal what is waited for, with {@code -v} each step when it is over,
 * with {@code --debug} every request. All of it on standard error, and none of it with a secret.
 */
final class Narration implements Activity, AutoCloseable {
  private final Console console;
  private final Progress progress;
  private final boolean steps;
  private final boolean details;

  /** Looked for when the first line is shown: most runs show none. */
  private @Nullable Secrets secrets;

  private Narration(Console console, boolean shown, boolean steps, boolean details) {
    this.console = console;
    this.progress = new Progress(shown ? console.terminal() : Terminal.NONE, console.clock());
    this.steps = steps;
    this.details = details;
  }

  static Narration of(Invocation invocation) {
    boolean details = GlobalOptions.DEBUG.isGivenIn(invocation);
    boolean steps = details || GlobalOptions.VERBOSE.isGivenIn(invocation);
    return new Narration(invocation.console(), isShown(invocation), steps, details);
  }

  /** A stream that a program reads stays alone, also where it is only looked at for once. */
  private static boolean isShown(Invocation invocation) {
    Console console = invocation.console();
    return !GlobalOptions.QUIET.isGivenIn(invocation)
        && !Terminal.isDumb(console.env())
        && !console.env().containsKey("CI")
        && CiEnvironment.detect(console.env()).kind() == CiEnvironment.Kind.NONE
        && OutputOption.asked(invocation).stream()
            .allMatch(it -> it.isText() || !it.path().isEmpty());
  }

  @Override
  public Step begin(String verb, String object) {
    PrintedStep step = new PrintedStep(verb, object, console.clock().instant());
    progress.begun(step);
    return step;
  }

  @Override
  public void detail(String line) {
    if (details) {
      say("  " + clean(line));
    }
  }

  private synchronized String clean(String text) {
    Secrets known = secrets == null ? Secrets.of(console.env()) : secrets;
    secrets = known;
    return TerminalText.clean(known.hidden(text));
  }

  private synchronized void say(String line) {
    console.err().println(line);
    console.err().flush();
  }

  /** What goes on, where anything does. */
  String current() {
    return progress.current();
  }

  @Override
  public void close() {
    progress.end();
  }

  private final class PrintedStep extends Progress.Running {
    private String outcome = "";

    PrintedStep(String verb, String object, Instant begun) {
      super(verb, object, begun);
    }

    @Override
    public String words() {
      return clean(super.words());
    }

    @Override
    public void outcome(String words) {
      outcome = words;
    }

    @Override
    public void close() {
      progress.ended(this);
      if (steps) {
        Duration took = Duration.between(begun, console.clock().instant());
        String ended = outcome.isEmpty() ? "" : ", " + clean(outcome);
        say(String.format(Locale.ROOT, "%6.2f s  ", took.toMillis() / 1000.0) + words() + ended);
      }
    }
  }
}
