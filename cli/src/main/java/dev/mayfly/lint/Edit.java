package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.MapNode;
import java.util.List;

/**
 * One change of a file's text: the span is replaced and nothing else moves. An empty span (start
 * equals end) inserts.
 */
public record Edit(Location span, String replacement) {

  /**
   * Adds an entry in front of a map's first one, in the map's own style; no edit where the map has
   * no place to show how it is written.
   */
  public static List<Edit> addEntry(MapNode map, String entry) {
    if (map.entries().isEmpty()) {
      return List.of();
    }
    Location start = map.location();
    Location first = map.entries().getFirst().key().location();
    boolean flow = start.line() != first.line() || start.column() != first.column();
    String separator = flow ? ", " : "\n" + " ".repeat(first.column() - 1);
    Location place =
        new Location(first.source(), first.line(), first.column(), first.line(), first.column());
    return replace(place, entry + separator);
  }

  /** Replaces the whole span. */
  public static List<Edit> replace(Location span, String replacement) {
    return List.of(new Edit(span, replacement));
  }
}
