package dev.mayfly.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names a user may have meant. */
public final class NearMiss {
  private static final int SHOWN = 3;

  private NearMiss() {}

  /** Up to three of the candidates that are close to the name, closest first. */
  public static List<String> of(String name, Collection<String> candidates) {
    int limit = Math.max(2, name.length() / 3);
    String wanted = name.toLowerCase(Locale.ROOT);
    record Scored(String name, int distance) {}
    return candidates.stream()
        .map(c -> new Scored(c, distance(wanted, c.toLowerCase(Locale.ROOT), limit)))
        .filter(scored -> scored.distance <= limit)
        .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
        .limit(SHOWN)
        .map(Scored::name)
        .toList();
  }

  /** A hint that names the near misses, or else what is allowed; never more than nine names. */
  public static String hint(String name, Collection<String> candidates) {
    List<String> sorted = candidates.stream().sorted().toList();
    String shown = String.join("`, `", sorted.subList(0, Math.min(9, sorted.size())));
    return hint(
        name,
        candidates,
        sorted.isEmpty()
            ? "nothing is allowed here"
            : "allowed here: `" + shown + (sorted.size() > 9 ? "`, ..." : "`"));
  }

  /** A hint that names the near misses, or else says something else. */
  public static String hint(String name, Collection<String> candidates, String otherwise) {
    List<String> near = of(name, candidates);
    return near.isEmpty() ? otherwise : "did you mean `" + String.join("` or `", near) + "`?";
  }

  /** Levenshtein distance, given up (limit + 1) for texts too long to be a typing slip. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit || a.length() > 64 || b.length() > 64) {
      return limit + 1;
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
