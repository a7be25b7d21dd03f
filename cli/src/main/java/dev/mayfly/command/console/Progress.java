package dev.mayfly.command.console;

import dev.mayfly.diagnostic.Activity.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What goes on now, and the line that says so to whoever has waited for two seconds. */
public final class Progress {
  private static final Duration QUIET_TIME = Duration.ofSeconds(2);
  private static final Duration TICK = Duration.ofMillis(200);
  private static final int LONGEST = 200;

  private final Terminal terminal;
  private final InstantSource clock;
  private final Instant start;
  private final List<Running> running = new ArrayList<>();
  private boolean ticking;

  /** Shows nothing yet, and nothing at all where the terminal is none. */
  public Progress(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** Something that goes on. */
  public abstract static class Running implements Step {
    public final String verb;
    public final String object;
    public final Instant begun;
    private int done;
    private int all;

    public Running(String verb, String object, Instant begun) {
      this.verb = verb;
      this.object = object;
      this.begun = begun;
    }

    @Override
    public synchronized void reached(int done, int all) {
      this.done = done;
      this.all = all;
    }

    public synchronized String words() {
      String count = all == 0 ? "" : String.format(Locale.ROOT, "%,d of %,d ", done, all);
      return verb + " " + count + object;
    }
  }

  public synchronized void begun(Running step) {
    running.add(step);
    if (!ticking && terminal.isThere()) {
      ticking = true;
      Thread.ofPlatform().daemon().name("progress").start(this::tickForEver);
    }
  }

  public synchronized void ended(Running step) {
    running.remove(step);
  }

  /** Takes the line away for good. */
  public synchronized void end() {
    running.clear();
    terminal.show("");
  }

  private void tickForEver() {
    try {
      while (true) {
        Thread.sleep(TICK);
        tick();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public synchronized void tick() {
    terminal.show(line(clock.instant()));
  }

  /** What is waited for; empty where nothing is, or not for long yet. */
  private String line(Instant now) {
    if (running.isEmpty() || Duration.between(start, now).compareTo(QUIET_TIME) < 0) {
      return "";
    }
    Running longest = running.getLast();
    for (Running step : running) {
      longest = age(step, now).compareTo(QUIET_TIME) >= 0 ? step : longest;
    }
    String words = longest.words();
    String shown = words.length() > LONGEST ? words.substring(0, LONGEST) + "..." : words;
    long seconds = age(longest, now).toSeconds();
    return seconds == 0 ? shown : shown + ", " + seconds + " s";
  }

  private static Duration age(Running step, Instant now) {
    return Duration.between(step.begun, now);
  }

  /** What goes on, innermost; empty where nothing does. */
  public synchronized String current() {
    return running.isEmpty() ? "" : running.getLast().words();
  }
}
