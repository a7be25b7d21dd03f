package dev.mayfly.argocd.gotemplate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRulesException;
import java.util.Map;
import java.util.Set;

/**
 * Dates of a number of seconds in a zone that is said (Masterminds/sprig v3.3.0, {@code date.go}).
 * Anything but a whole number is the present there, and the zone of {@code date}, {@code htmlDate}
 * and {@code toDate} is that of the controller.
 */
final class DateFunctions {
  static final Map<String, TemplateFunction> ALL =
      Map.of(
          "dateInZone", a -> GoValue.of(in(a.exactly(3).text(0), a.any(1), a.text(2))),
          "date_in_zone", a -> GoValue.of(in(a.exactly(3).text(0), a.any(1), a.text(2))),
          "htmlDateInZone", a -> GoValue.of(in("2006-01-02", a.exactly(2).any(0), a.text(1))));

  /** Before, zones have offsets of seconds, and years after are written otherwise. */
  private static final long FIRST = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();

  private static final long LAST = Instant.parse("9998-01-01T00:00:00Z").getEpochSecond();
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private DateFunctions() {}

  private static String in(String layout, GoValue date, String zone) throws TemplateStop {
    if (!(date instanceof GoValue.Whole(long seconds, boolean ignored))) {
      throw TemplateStop.unverifiable("a date that is not a whole number is the present");
    }
    if (seconds < FIRST || seconds > LAST) {
      throw TemplateStop.unverifiable("a date before 1950 or after 9997 is not computed");
    }
    Instant instant = Instant.ofEpochSecond(seconds);
    return GoLayout.format(layout, ZonedDateTime.ofInstant(instant, zone(zone)));
  }

  private static ZoneId zone(String name) throws TemplateStop {
    if (name.isEmpty() || name.equals("UTC")) {
      return ZoneOffset.UTC;
    }
    if (!ZONES.contains(name) || name.startsWith("SystemV/")) {
      throw TemplateStop.unverifiable("`" + name + "` is not a time zone that is known here");
    }
    try {
      return ZoneId.of(name);
    } catch (ZoneRulesException e) {
      throw TemplateStop.unverifiable("`" + name + "` is not a time zone that is known here");
    }
  }
}
