package dev.mayfly.lint.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The cron schedules that Argo CD and CloudNativePG read: robfig/cron, {@code parser.go}. */
public final class CronSchedule {
  /** One column of a schedule, and the words it has for its numbers. */
  private record Column(String name, int least, int most, List<String> words) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("minute", 0, 59, List.of()),
          new Column("hour", 0, 23, List.of()),
          new Column("day of the month", 1, 31, List.of()),
          new Column(
              "month",
              1,
              12,
              List.of(
                  "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                  "dec")),
          new Column(
              "day of the week", 0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat")));

  private CronSchedule() {}

  /** Why a schedule of five fields cannot be read; empty when it can. */
  public static Optional<String> fault(String schedule) {
    String text = schedule.replaceFirst("^(CRON_)?TZ=\\S+ ", "").strip();
    if (text.startsWith("@")) {
      return Optional.of("words such as `@daily` are not read here");
    }
    String[] fields = text.split("\\s+");
    if (fields.length != COLUMNS.size()) {
      return Optional.of(text.isEmpty() ? "it is empty" : "it has " + fields.length + " fields");
    }
    return IntStream.range(0, fields.length)
        .filter(i -> !isReadable(fields[i], COLUMNS.get(i)))
        .mapToObj(i -> "`" + fields[i] + "` is not allowed as the " + COLUMNS.get(i).name())
        .findFirst();
  }

  private static boolean isReadable(String field, Column column) {
    for (String part : field.split(",", -1)) {
      if (!part.isEmpty() && !isRange(part, column)) {
        return false;
      }
    }
    return true;
  }

  /** {@code *}, a number, or two with a dash between; each with a step behind a slash. */
  private static boolean isRange(String text, Column column) {
    String[] step = text.split("/", -1);
    String[] ends = step[0].split("-", -1);
    if (step.length > 2 || (step.length == 2 && number(step[1]).orElse(0) == 0)) {
      return false;
    }
    if (ends[0].equals("*") || ends[0].equals("?")) {
      return true;
    }
    OptionalInt start = value(ends[0], column);
    OptionalInt end = ends.length == 2 ? value(ends[1], column) : start;
    return ends.length <= 2
        && start.isPresent()
        && end.isPresent()
        && start.getAsInt() >= column.least()
        && start.getAsInt() <= end.getAsInt()
        && end.getAsInt() <= column.most();
  }

  private static OptionalInt value(String text, Column column) {
    int word = column.words().indexOf(text.toLowerCase(Locale.ROOT));
    return word < 0 ? number(text) : OptionalInt.of(word + column.least());
  }

  private static OptionalInt number(String text) {
    return text.matches("\\+?0*[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
