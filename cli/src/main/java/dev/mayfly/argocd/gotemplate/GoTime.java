package dev.mayfly.argocd.gotemplate;

import java.util.List;

/**
 * Go's {@code time.Time}, of which only the moment is known here: its zone may be the controller's.
 *
 * @param seconds since 1970 in UTC
 * @param nanoseconds of the second
 */
record GoTime(long seconds, int nanoseconds) implements GoObject {
  private static final long SECOND = 1_000_000_000L;

  /** What is no time at all: the first moment of the year 1. */
  static final GoTime ZERO = new GoTime(-62_135_596_800L, 0);

  GoTime plus(long more) {
    long sum = nanoseconds + Math.floorMod(more, SECOND);
    return new GoTime(
        seconds + Math.floorDiv(more, SECOND) + sum / SECOND, Math.toIntExact(sum % SECOND));
  }

  @Override
  public String goType() {
    return "time.Time";
  }

  @Override
  public String text() throws TemplateStop {
    throw TemplateStop.unverifiable("how a time is printed depends on the controller's time zone");
  }

  @Override
  public GoValue method(String name, List<GoValue> arguments) throws TemplateStop {
    throw TemplateStop.unverifiable("the method `" + name + "` of a time is not computed");
  }
}
