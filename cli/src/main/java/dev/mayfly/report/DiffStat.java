package dev.mayfly.report;

import dev.mayfly.diagnostic.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * How many lines of each file come and go, with a bar each: what {@code git diff --stat} prints
 * where no terminal says how wide it is (Git 2.47, {@code show_stats} in {@code diff.c}).
 */
record DiffStat(List<Counts> files) {
  private static final int WIDTH = 80;

  /** What stands around name, number and bar. */
  private static final int BETWEEN = 6;

  private static final int SHORTEST_BAR = 6;

  private record Counts(String name, int added, int removed) {
    int all() {
      return added + removed;
    }
  }

  static DiffStat of(SortedMap<String, String> patches) {
    List<Counts> files = new ArrayList<>();
    patches.forEach((path, patch) -> {
      List<String> lines = patch.lines().dropWhile(line -> !line.startsWith("@@ ")).toList();
      files.add(new Counts(TerminalText.clean(path), starting(lines, "+"), starting(lines, "-")));
    });
    return new DiffStat(files);
  }

  private static int starting(List<String> lines, String sign) {
    return (int) lines.stream().filter(line -> line.startsWith(sign)).count();
  }

  String text() {
    if (files.isEmpty()) {
      return "";
    }
    int most = files.stream().mapToInt(Counts::all).max().orElse(0);
    int digits = Integer.toString(most).length();
    int longest = files.stream().mapToInt(file -> file.name().length()).max().orElse(0);
    int bar = most;
    if (longest + digits + BETWEEN + bar > WIDTH) {
      bar = Math.min(bar, Math.max(WIDTH * 3 / 8 - digits - BETWEEN, SHORTEST_BAR));
      if (longest > WIDTH - digits - BETWEEN - bar) {
        longest = WIDTH - digits - BETWEEN - bar;
      } else {
        bar = WIDTH - digits - BETWEEN - longest;
      }
    }
    StringBuilder text = new StringBuilder();
    for (Counts file : files) {
      String name = shortened(file.name(), longest);
      text.append(' ').append(name).repeat(' ', longest - name.length()).append(" | ");
      text.repeat(' ', digits - Integer.toString(file.all()).length()).append(file.all());
      text.append(file.all() == 0 ? "" : " ").append(bars(file, most, bar)).append('\n');
    }
    return text.append(sum()).toString();
  }

  private static String bars(Counts file, int most, int width) {
    int added = file.added();
    int removed = file.removed();
    if (width <= most) {
      int both = scaled(file.all(), width, most);
      both = both < 2 && added > 0 && removed > 0 ? 2 : both;
      int fewer = scaled(Math.min(added, removed), width, most);
      added = added < removed ? fewer : both - fewer;
      removed = both - added;
    }
    return "+".repeat(added) + "-".repeat(removed);
  }

  /** At least one sign for what is not nothing. */
  private static int scaled(int number, int width, int most) {
    return number == 0 ? 0 : 1 + number * (width - 1) / most;
  }

  /** The end of a path says more than its beginning, and whole folders more than their parts. */
  private static String shortened(String name, int longest) {
    if (name.length() <= longest) {
      return name;
    }
    String end = name.substring(name.length() - Math.max(longest - 3, 0));
    int slash = end.indexOf('/');
    return "..." + (slash < 0 ? end : end.substring(slash));
  }

  private String sum() {
    int added = files.stream().mapToInt(Counts::added).sum();
    int removed = files.stream().mapToInt(Counts::removed).sum();
    String lines = " " + Counted.of(files.size(), "file") + " changed";
    if (added > 0 || removed == 0) {
      lines += ", " + Counted.of(added, "insertion") + "(+)";
    }
    return lines
        + (removed > 0 || added == 0 ? ", " + Counted.of(removed, "deletion") + "(-)\n" : "\n");
  }
}
