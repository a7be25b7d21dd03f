package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Characters that end a line in YAML 1.1, and so in Go's reader, and are text in YAML 1.2. Behind
 * one, a comment or a plain scalar would hide what the cluster is given; only quotes keep it text
 * for everybody (YAML 1.2.2, section 5.4; go-yaml, {@code is_break}).
 */
final class LegacyBreaks {
  private static final String ALL = "\u0085\u2028\u2029";

  private final Source source;

  /** By code point, as the parser counts. */
  private final BitSet unquoted = new BitSet();

  LegacyBreaks(Source source) {
    this.source = source;
    String text = source.text();
    if (text.indexOf(ALL.charAt(0)) >= 0
        || text.indexOf(ALL.charAt(1)) >= 0
        || text.indexOf(ALL.charAt(2)) >= 0) {
      int[] points = text.codePoints().toArray();
      for (int i = 0; i < points.length; i++) {
        unquoted.set(i, ALL.indexOf(points[i]) >= 0);
      }
    }
  }

  /** Takes out those that stand between quotes. */
  void read(ScalarEvent scalar) {
    ScalarStyle style = scalar.getScalarStyle();
    if (style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED) {
      unquoted.clear(YamlEvents.start(scalar), YamlEvents.end(scalar));
    }
  }

  /** Reports the first that is left; the others would be an echo. */
  void report(List<Problem> problems) {
    int first = unquoted.nextSetBit(0);
    if (first >= 0) {
      int offset = source.text().offsetByCodePoints(0, first);
      problems.add(
          Problem.error(
              "character",
              new TextCursor(source).at(offset),
              String.format(
                  Locale.ROOT,
                  "the character U+%04X ends a line for Kubernetes, and not for every reader",
                  (int) source.text().charAt(offset)),
              "remove it, or write it as an escape in a quoted string"));
    }
  }
}
