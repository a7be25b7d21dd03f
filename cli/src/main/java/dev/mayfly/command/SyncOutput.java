package dev.mayfly.command;

import dev.mayfly.command.console.CiResult;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.console.Reports;
import dev.mayfly.delivery.Effect;
import dev.mayfly.diagnostic.Counted;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.event.Markdown;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.UntrustedText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what {@code sync} did: to people line by line, and to the CI that runs it. */
final class SyncOutput {
  private static final int MOST = 100;
  private static final int LONGEST = 1_000;

  /** Words of a preview that is as it was. */
  private static final Set<Effect> NOTHING =
      EnumSet.of(Effect.KEPT, Effect.NOT_ADMITTED, Effect.NOT_OPENED);

  private final Console console;
  private final boolean apply;
  private final List<String> told = new ArrayList<>();
  private final Set<Problem> reported = new HashSet<>();
  private int looked;
  private boolean changes;

  SyncOutput(Console console, boolean apply) {
    this.console = console;
    this.apply = apply;
  }

  void add(PreviewId id, Effect effect, String reason) {
    String line = line(id, effect, reason, apply);
    console.out().println(line);
    looked++;
    changes |= !NOTHING.contains(effect);
    if (effect != Effect.KEPT || !reason.isEmpty()) {
      told.add(line);
    }
  }

  static String line(PreviewId id, Effect effect, String reason, boolean apply) {
    return id
        + ": "
        + (apply || NOTHING.contains(effect) ? "" : "would be ")
        + effect.word()
        + (reason.isEmpty() ? "" : " (" + reason + ")");
  }

  /** What is about all of them. */
  void say(String line) {
    console.out().println(line);
    told.add(line);
  }

  /** What went wrong with some of them; once, though several steps may meet it. */
  void report(List<Problem> problems) {
    List<Problem> fresh = problems.stream().filter(reported::add).toList();
    Reports.problems(fresh, console);
    fresh.forEach(problem ->
        told.add(
            problem.severity().word() + ": " + UntrustedText.clean(problem.message(), LONGEST)));
  }

  /** Each preview that is there has a line; none at all could also mean that nobody looked. */
  int end(int code, Optional<String> changeUrl) {
    if (looked == 0) {
      console.err().println("0 previews looked at");
    }
    String word = code == ExitCode.FINE ? changes ? "swept" : "unchanged" : "failed";
    CiResult.write(
        console,
        List.of(Map.entry("result", word), Map.entry("change", changeUrl.orElse(""))),
        () -> summary(word));
    return code;
  }

  private String summary(String word) {
    StringBuilder text = new StringBuilder("**Mayfly** sync, " + (apply ? "" : "dry run, "));
    text.append(word).append(": ").append(Counted.of(looked, "preview")).append(" looked at\n\n");
    told.stream()
        .limit(MOST)
        .forEach(line -> text.append("- ").append(Markdown.line(line)).append('\n'));
    if (told.size() > MOST) {
      text.append("- and ").append(told.size() - MOST).append(" more\n");
    }
    return text.append('\n').toString();
  }
}
