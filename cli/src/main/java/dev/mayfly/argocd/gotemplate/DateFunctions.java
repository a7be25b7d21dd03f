package dev.mayfly.argocd.gotemplate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Dates of a number of seconds in a zone that is said (Masterminds/sprig v3.3.0, {@code date.go}).
 * Anything but a whole number or a time is the present there, and the zone of {@code date} and
 * {@code htmlDate} is that of the controller.
 */
final class DateFunctions {
  /** Before, zones have offsets of seconds, and years after are written otherwise. */
  private static final long FIRST = Instant.parse("1950-01-01T00:00:00Z").getEpochSecond();

  private static final long LAST = Instant.parse("9998-01-01T00:00:00Z").getEpochSecond();
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private DateFunctions() {}

  static void addTo(FunctionTable all) {
    for (String name : List.of("dateInZone", "date_in_zone")) {
      all.text(name, 3, a -> in(a.text(0), a.any(1), a.text(2)));
    }
    all.text("htmlDateInZone", 2, a -> in("2006-01-02", a.any(0), a.text(1)));
    all.add("toDate", 2, a -> read(a).orElse(GoTime.ZERO));
    all.add(
        "mustToDate",
        2,
        a ->
            read(a)
                .orElseThrow(() -> TemplateStop.failed("`mustToDate` reads what is not a time")));
    all.text("unixEpoch", 1, a -> Long.toString(time(a, 0).seconds()));
    for (String name : List.of("dateModify", "date_modify")) {
      all.add(name, 2, a -> modified(a).orElse(time(a, 1)));
      all.add(
          "must" + (name.contains("_") ? "_" + name : "DateModify"),
          2,
          a ->
              modified(a)
                  .orElseThrow(() -> TemplateStop.failed("what is added is not a length of time")));
    }
  }

  private static Optional<GoTime> read(Arguments a) throws TemplateStop {
    return GoLayout.read(a.text(0), a.text(1));
  }

  private static GoTime time(Arguments a, int index) throws TemplateStop {
    if (a.get(index) instanceof GoTime time) {
      return time;
    }
    throw a.wrong(index, "time.Time");
  }

  private static Optional<GoTime> modified(Arguments a) throws TemplateStop {
    GoTime time = time(a, 1);
    return DurationFunctions.parse(a.text(0)).map(time::plus);
  }

  private static String in(String layout, GoValue date, String zone) throws TemplateStop {
    long seconds =
        switch (date) {
          case GoValue.Whole(long number, boolean ignored) -> number;
          case GoTime(long number, int nanoseconds) when nanoseconds == 0 -> number;
          case GoTime ignored ->
              throw TemplateStop.unverifiable("a fraction of a second is not written");
          default ->
              throw TemplateStop.unverifiable("a date that is not a whole number is the present");
        };
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
    return ZoneId.of(name);
  }
}
