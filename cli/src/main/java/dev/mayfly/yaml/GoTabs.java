package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Source;
import java.util.BitSet;
import org.snakeyaml.engine.v2.events.Event;

/**
 * Tabs in front of what may be a key, on a line without anything too: Go's reader refuses them
 * there (go.yaml.in/yaml/v2, {@code yaml_parser_scan_to_next_token}), and the parser here does not.
 */
final class GoTabs {
  private final Source source;
  private final boolean any;

  /** By code point, as the parser counts: scalars, and what stands in braces and brackets. */
  private final BitSet inside = new BitSet();

  GoTabs(Source source) {
    this.source = source;
    this.any = source.text().indexOf('\t') >= 0;
  }

  void read(Event start, Event end) {
    if (any) {
      inside.set(YamlEvents.start(start), YamlEvents.end(end));
    }
  }

  /** Refuses the first of a document that ends here. */
  void require(Event end) {
    if (!any) {
      return;
    }
    int[] points = source.text().codePoints().toArray();
    boolean opens = true;
    for (int i = 0; i < YamlEvents.end(end); i++) {
      int c = points[i];
      boolean blankBehind = i + 1 == points.length || " \t\r\n".indexOf(points[i + 1]) >= 0;
      if (c == '\n' || c == '\r') {
        opens = !inside.get(i + 1);
      } else if (inside.get(i)) {
        opens = false;
      } else if (c == '\t' && opens) {
        int offset = source.text().offsetByCodePoints(0, i);
        throw new RefusedInput(
            "yaml-syntax",
            new TextCursor(source).at(offset),
            "a tab cannot stand here; YAML is indented with spaces");
      } else if (c != ' ' && c != 0xFEFF) {
        // A comment closes the line too: tabs in it mean nothing.
        opens &= (c == '-' || c == '?') && blankBehind;
      }
    }
  }
}
