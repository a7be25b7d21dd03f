package dev.mayfly.argocd.gotemplate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as Go writes and reads them by a layout (Go, {@code time/format.go}). */
final class GoLayout {
  private final Map<String, String> read = new HashMap<>();

  private GoLayout() {}

  static String format(String layout, ZonedDateTime time) throws TemplateStop {
    StringBuilder out = new StringBuilder();
    Matcher found = LayoutChunk.ANY.matcher(layout);
    int at = 0;
    while (found.find()) {
      Meter.length(out.length());
      out.append(layout, at, found.start());
      out.append(LayoutChunk.of(found.group()).writer().written(time));
      at = found.end();
    }
    return out.append(layout, at, layout.length()).toString();
  }

  /** The time; empty where the text is none. Without an offset it depends on the zone. */
  static Optional<GoTime> read(String layout, String text) throws TemplateStop {
    GoLayout reader = new GoLayout();
    Matcher found = LayoutChunk.ANY.matcher(layout);
    StringBuilder pattern = new StringBuilder();
    StringBuilder order = new StringBuilder();
    int at = 0;
    while (found.find()) {
      LayoutChunk chunk = LayoutChunk.of(found.group());
      if (chunk.part().isEmpty()) {
        throw TemplateStop.unverifiable(
            "a time with `" + chunk.text() + "` in its layout is not read");
      }
      pattern.append(literal(layout.substring(at, found.start())));
      order.append(chunk.part());
      pattern.append('(').append(chunk.expression()).append(')');
      at = found.end();
    }
    pattern.append(literal(layout.substring(at)));
    if (order.toString().replace("-", "").matches(".*(.).*\\1.*|.*[Hh].*[Hh].*")) {
      throw TemplateStop.unverifiable("a layout that says a part twice is not read");
    }
    Matcher whole = Pattern.compile(pattern.toString()).matcher(text);
    if (!whole.matches()) {
      return Optional.empty();
    }
    for (int i = 0; i < order.length(); i++) {
      reader.read.put(order.substring(i, i + 1), whole.group(i + 1));
    }
    return reader.time();
  }

  /** A blank stands for any number of them, or for none at the end. */
  private static String literal(String text) {
    StringBuilder out = new StringBuilder();
    for (String word : text.split("(?<= )(?! )|(?<! )(?= )")) {
      out.append(word.isBlank() && !word.isEmpty() ? "(?: ++|$)" : Pattern.quote(word));
    }
    return out.toString();
  }

  private Optional<GoTime> time() throws TemplateStop {
    if (read.getOrDefault("s", "").matches(".*[.,].*")) {
      throw TemplateStop.unverifiable("a time with a fraction of a second is not read");
    }
    int hour = number("H", number("h", 0));
    String half = read.getOrDefault("p", "").toLowerCase(Locale.ROOT);
    boolean fits =
        number("H", 0) < 24 && number("h", 0) <= 12 && number("m", 0) < 60 && number("s", 0) < 60;
    hour = half.equals("pm") && hour < 12 ? hour + 12 : half.equals("am") && hour == 12 ? 0 : hour;
    Optional<LocalDate> day = day();
    Optional<Integer> offset = offset();
    if (!fits || day.isEmpty() || offset.isEmpty()) {
      return Optional.empty();
    }
    if (!read.containsKey("z")) {
      throw TemplateStop.unverifiable("a time without an offset depends on the controller's zone");
    }
    long seconds = (hour * 60L + number("m", 0)) * 60 + number("s", 0) - offset.get();
    return Optional.of(new GoTime(day.get().toEpochDay() * 86_400 + seconds, 0));
  }

  private Optional<LocalDate> day() {
    String year = read.getOrDefault("y", "0");
    int century = year.length() == 2 ? (year.compareTo("69") < 0 ? 2000 : 1900) : 0;
    String written = read.getOrDefault("M", "1").toLowerCase(Locale.ROOT);
    int month =
        written.matches("[0-9]+")
            ? Integer.parseInt(written)
            : LayoutChunk.MONTHS.indexOf(written.substring(0, 3)) + 1;
    try {
      return Optional.of(LocalDate.of(century + Integer.parseInt(year), month, number("d", 1)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** In seconds; empty where a part is too large. */
  private Optional<Integer> offset() {
    String digits = read.getOrDefault("z", "Z").replaceAll("[^0-9]", "");
    int seconds = 0;
    for (int i = 0; i < digits.length(); i += 2) {
      int part = Integer.parseInt(digits.substring(i, i + 2));
      if (part > (i == 0 ? 24 : 60)) {
        return Optional.empty();
      }
      seconds += part * (i == 0 ? 3600 : i == 2 ? 60 : 1);
    }
    return Optional.of(read.getOrDefault("z", "").startsWith("-") ? -seconds : seconds);
  }

  private int number(String part, int otherwise) {
    String text = read.getOrDefault(part, "").strip();
    return text.isEmpty() ? otherwise : Integer.parseInt(text);
  }
}
