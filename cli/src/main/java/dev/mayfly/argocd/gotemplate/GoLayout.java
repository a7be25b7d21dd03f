package dev.mayfly.argocd.gotemplate;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as Go writes them by the example of January 2, 15:04:05, 2006 (Go, {@code format.go}). */
final class GoLayout {
  /** In the order in which Go tries them at one place. */
  private static final List<String> CHUNKS =
      List.of(
          "January",
          "Jan(?![a-z])",
          "Monday",
          "Mon(?![a-z])",
          "MST",
          "01",
          "02",
          "03",
          "04",
          "05",
          "06",
          "002",
          "15",
          "1",
          "2006",
          "2",
          "_(?=2006)",
          "_2",
          "__2",
          "3",
          "4",
          "5",
          "PM",
          "pm",
          "[-Z]070000",
          "[-Z]07:00:00",
          "[-Z]0700",
          "[-Z]07:00",
          "[-Z]07",
          "[.,](?:0++|9++)(?![0-9])");

  static final Pattern CHUNK = Pattern.compile(String.join("|", CHUNKS));

  private GoLayout() {}

  static String format(String layout, ZonedDateTime time) throws TemplateStop {
    StringBuilder out = new StringBuilder();
    Matcher chunk = CHUNK.matcher(layout);
    int at = 0;
    while (chunk.find()) {
      Meter.length(out.length());
      out.append(layout, at, chunk.start()).append(written(chunk.group(), time));
      at = chunk.end();
    }
    return out.append(layout, at, layout.length()).toString();
  }

  private static String written(String chunk, ZonedDateTime time) throws TemplateStop {
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return switch (chunk) {
      case "January" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "Jan" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
      case "Monday" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "Mon" ->
          time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
      case "MST" -> abbreviation(time);
      case "01" -> padded("%02d", time.getMonthValue());
      case "1" -> "" + time.getMonthValue();
      case "02" -> padded("%02d", time.getDayOfMonth());
      case "_2" -> padded("%2d", time.getDayOfMonth());
      case "2" -> "" + time.getDayOfMonth();
      case "002" -> padded("%03d", time.getDayOfYear());
      case "__2" -> padded("%3d", time.getDayOfYear());
      case "15" -> padded("%02d", time.getHour());
      case "03" -> padded("%02d", hour);
      case "3" -> "" + hour;
      case "04" -> padded("%02d", time.getMinute());
      case "4" -> "" + time.getMinute();
      case "05" -> padded("%02d", time.getSecond());
      case "5" -> "" + time.getSecond();
      case "06" -> padded("%02d", time.getYear() % 100);
      case "2006" -> padded("%04d", time.getYear());
      case "_" -> "_";
      case "PM" -> time.getHour() < 12 ? "AM" : "PM";
      case "pm" -> time.getHour() < 12 ? "am" : "pm";
      default -> chunk.contains("07") ? offset(chunk, time) : chunk.contains("9") ? "" : chunk;
    };
  }

  private static String padded(String format, int number) {
    return String.format(Locale.ROOT, format, number);
  }

  private static String abbreviation(ZonedDateTime time) throws TemplateStop {
    if (!time.getZone().equals(ZoneOffset.UTC)) {
      throw TemplateStop.unverifiable("the short name of a time zone is not computed");
    }
    return "UTC";
  }

  private static String offset(String chunk, ZonedDateTime time) {
    int seconds = time.getOffset().getTotalSeconds();
    if (seconds == 0 && chunk.startsWith("Z")) {
      return "Z";
    }
    int left = Math.abs(seconds);
    String sign = seconds < 0 ? "-" : "+";
    String[] parts = {
      padded("%02d", left / 3600), padded("%02d", left / 60 % 60), padded("%02d", left % 60)
    };
    String gap = chunk.contains(":") ? ":" : "";
    int count = chunk.replaceAll("[^0-9]", "").length() / 2;
    return sign + String.join(gap, List.of(parts).subList(0, count));
  }
}
