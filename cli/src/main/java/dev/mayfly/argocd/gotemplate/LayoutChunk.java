package dev.mayfly.argocd.gotemplate;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A part of a layout, which is the example of January 2, 15:04:05, 2006 (Go, {@code format.go}).
 *
 * @param text how the example has it
 * @param part the letter of what it is, {@code -} for what no date needs, empty where it is not
 *     read
 * @param expression how it is read
 */
record LayoutChunk(String text, String part, String expression, Writer writer) {
  private static final String TWO = "[0-9]{2}";
  private static final String ONE_OR_TWO = "[0-9]{1,2}+";
  private static final String FRACTION = "(?:[.,][0-9]++)?+";

  /** The first letters, as they are read in any case. */
  static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** In the order in which Go tries them at one place. */
  private static final List<LayoutChunk> FIXED =
      List.of(
          new LayoutChunk(
              "January",
              "M",
              "(?i:january|february|march|april|may|june|july|august|september|october|november"
                  + "|december)",
              LayoutChunk::month),
          new LayoutChunk(
              "Jan",
              "M",
              "(?i:" + String.join("|", MONTHS) + ")",
              time -> month(time).substring(0, 3)),
          new LayoutChunk(
              "Monday",
              "-",
              "(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
              LayoutChunk::day),
          new LayoutChunk(
              "Mon", "-", "(?i:mon|tue|wed|thu|fri|sat|sun)", time -> day(time).substring(0, 3)),
          new LayoutChunk("MST", "", "", LayoutChunk::zone),
          number("01", "M", TWO, "%02d", ZonedDateTime::getMonthValue),
          number("02", "d", TWO, "%02d", ZonedDateTime::getDayOfMonth),
          number("03", "h", TWO, "%02d", LayoutChunk::hour),
          number("04", "m", TWO, "%02d", ZonedDateTime::getMinute),
          number("05", "s", TWO + FRACTION, "%02d", ZonedDateTime::getSecond),
          number("06", "y", TWO, "%02d", time -> time.getYear() % 100),
          number("002", "", "", "%03d", ZonedDateTime::getDayOfYear),
          number("15", "H", ONE_OR_TWO, "%02d", ZonedDateTime::getHour),
          number("1", "M", ONE_OR_TWO, "%d", ZonedDateTime::getMonthValue),
          number("2006", "y", "[0-9]{4}", "%04d", ZonedDateTime::getYear),
          number("2", "d", ONE_OR_TWO, "%d", ZonedDateTime::getDayOfMonth),
          new LayoutChunk("_", "-", "_", time -> "_"),
          number("_2", "d", " ?" + ONE_OR_TWO, "%2d", ZonedDateTime::getDayOfMonth),
          number("__2", "", "", "%3d", ZonedDateTime::getDayOfYear),
          number("3", "h", ONE_OR_TWO, "%d", LayoutChunk::hour),
          number("4", "m", ONE_OR_TWO, "%d", ZonedDateTime::getMinute),
          number("5", "s", ONE_OR_TWO + FRACTION, "%d", ZonedDateTime::getSecond),
          new LayoutChunk("PM", "p", "AM|PM", time -> time.getHour() < 12 ? "AM" : "PM"),
          new LayoutChunk("pm", "p", "am|pm", time -> time.getHour() < 12 ? "am" : "pm"));

  /** All of them in a layout; the last two are an offset and the fraction of a second. */
  static final Pattern ANY =
      Pattern.compile(
          FIXED.stream().map(LayoutChunk::inLayout).collect(Collectors.joining("|"))
              + "|[-Z]07(?:0000|:00:00|00|:00|)|[.,](?:0++|9++)(?![0-9])");

  /** Writes the part of a time. */
  interface Writer {
    String written(ZonedDateTime time) throws TemplateStop;
  }

  private static LayoutChunk number(
      String text, String part, String expression, String form, ToIntFunction<ZonedDateTime> of) {
    return new LayoutChunk(
        text, part, expression, time -> String.format(Locale.ROOT, form, of.applyAsInt(time)));
  }

  /** What {@link #ANY} found. */
  static LayoutChunk of(String text) {
    return FIXED.stream()
        .filter(it -> it.text.equals(text))
        .findFirst()
        .orElseGet(() -> text.contains("07") ? offset(text) : fraction(text));
  }

  private static LayoutChunk offset(String text) {
    String digits = "[-+]" + text.substring(1).replaceAll("[0-9]", "[0-9]");
    return new LayoutChunk(
        text, "z", (text.startsWith("Z") ? "Z|" : "") + digits, time -> offset(text, time));
  }

  private static LayoutChunk fraction(String text) {
    return new LayoutChunk(text, "", "", time -> text.contains("9") ? "" : text);
  }

  private String inLayout() {
    return text.matches("Jan|Mon") ? text + "(?![a-z])" : text.equals("_") ? "_(?=2006)" : text;
  }

  private static int hour(ZonedDateTime time) {
    return time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
  }

  private static String month(ZonedDateTime time) {
    return time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String day(ZonedDateTime time) {
    return time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String zone(ZonedDateTime time) throws TemplateStop {
    if (!time.getZone().equals(ZoneOffset.UTC)) {
      throw TemplateStop.unverifiable("the short name of a time zone is not computed");
    }
    return "UTC";
  }

  private static String offset(String text, ZonedDateTime time) {
    int seconds = time.getOffset().getTotalSeconds();
    if (seconds == 0 && text.startsWith("Z")) {
      return "Z";
    }
    int left = Math.abs(seconds);
    String all =
        String.format(Locale.ROOT, "%02d:%02d:%02d", left / 3600, left / 60 % 60, left % 60);
    int count = text.replaceAll("[^0-9]", "").length() / 2;
    String written = all.substring(0, 3 * count - 1);
    return (seconds < 0 ? "-" : "+") + (text.contains(":") ? written : written.replace(":", ""));
  }
}
