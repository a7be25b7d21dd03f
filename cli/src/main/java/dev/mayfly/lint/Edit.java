package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;

/**
 * One change of a file's text: the span is replaced and nothing else moves. An empty span (start
 * equals end) inserts.
 */
public record Edit(Location span, String replacement) {

  /** Puts text before the start of a span. */
  public static Edit before(Location span, String text) {
    return new Edit(
        new Location(span.source(), span.line(), span.column(), span.line(), span.column()), text);
  }
}
