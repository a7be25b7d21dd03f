package dev.mayfly.diagnostic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Bounds how often one thing is said of one file. Whoever writes a file decides how many problems
 * it has; nobody reads the ten-thousandth, and each costs an excerpt.
 */
public final class Repetition {
  /** How many of one kind in one file are said one by one. */
  public static final int SHOWN = 100;

  private record Kind(String id, Severity severity, String file) {}

  private Repetition() {}

  /** The first problems of each kind in each file, and one that counts the others. */
  public static List<Problem> bounded(List<Problem> problems) {
    return bounded(
        problems,
        it -> new Kind(it.id(), it.severity(), it.location() == null ? "" : it.location().file()),
        (last, more) -> {
          Location at = last.location() == null ? null : Location.of(last.location().source());
          return new Problem(last.id(), last.severity(), at, andMore(more), "");
        });
  }

  /**
   * The first of each kind, in their order; after the last of them one stands for those left out.
   *
   * @param kind what two have in common when they are of one kind, the file included
   * @param rest makes the one that stands for this many
   */
  public static <T> List<T> bounded(
      List<T> all, Function<T, Object> kind, BiFunction<T, Integer, T> rest) {
    Map<Object, Integer> counts = new HashMap<>();
    all.forEach(it -> counts.merge(kind.apply(it), 1, Integer::sum));
    Map<Object, Integer> said = new HashMap<>();
    List<T> kept = new ArrayList<>();
    for (T one : all) {
      Object its = kind.apply(one);
      int number = said.merge(its, 1, Integer::sum);
      if (number <= SHOWN) {
        kept.add(one);
      }
      int more = counts.getOrDefault(its, 0) - SHOWN;
      if (number == SHOWN && more > 0) {
        kept.add(rest.apply(one, more));
      }
    }
    return kept;
  }

  /** How those left out are told of. */
  public static String andMore(int more) {
    return String.format(Locale.ROOT, "and %,d more of these", more);
  }
}
