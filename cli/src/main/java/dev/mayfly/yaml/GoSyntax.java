package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Where Go's reader (go.yaml.in/yaml/v2, {@code scannerc.go} and {@code parserc.go}), which follows
 * YAML 1.1, decides otherwise than the parser here, which follows YAML 1.2.
 */
final class GoSyntax {
  private static final Pattern UNKNOWN_DIRECTIVE = Pattern.compile("(?m)^%(?!YAML|TAG)");

  private static final Pattern TAB_FIRST = Pattern.compile("\\n*\\t");

  /** To Go the colon is no part of the alias. */
  private static final Pattern ALIAS_KEY = Pattern.compile("\\*[A-Za-z0-9_-]+:");

  private final Source source;
  private final GoTabs tabs;

  /** By code point, as the parser counts. */
  private int @Nullable [] points;

  GoSyntax(Source source) {
    this.source = source;
    this.tabs = new GoTabs(source);
  }

  private int[] points() {
    if (points == null) {
      points = source.text().codePoints().toArray();
    }
    return points;
  }

  private String between(int start, int end) {
    return new String(points(), start, end - start);
  }

  /** Only version 1.1 is known there, and no directive but two. */
  void requireKnown(DocumentStartEvent event, Location location) {
    int start = YamlEvents.start(event);
    int end = YamlEvents.end(event);
    boolean old =
        event.getSpecVersion().map(it -> it.getMajor() == 1 && it.getMinor() == 1).orElse(true);
    boolean directs = end - start > "---".length();
    if (!old || directs && UNKNOWN_DIRECTIVE.matcher(between(start, end)).find()) {
      throw new RefusedInput("yaml-syntax", location, "a directive is not one of YAML 1.1");
    }
  }

  /** A list or map in brackets or braces. */
  void left(CollectionStartEvent start, Event end) {
    tabs.read(start, end);
  }

  /** Whether it ends a document, in which no tab stands where none may. */
  boolean ends(Event event) {
    if (event.getEventId() != Event.ID.DocumentEnd) {
      return false;
    }
    tabs.require(event);
    return true;
  }

  ScalarNode scalar(ScalarEvent event, String text, Location location) {
    tabs.read(event, event);
    ScalarStyle style = event.getScalarStyle();
    if (style == ScalarStyle.DOUBLE_QUOTED) {
      requireKnownEscapes(event, location);
    }
    boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    String ended = block ? asItEnds(event, text, location) : text;
    return event.getTag().isPresent()
        ? GoTags.scalar(event.getTag().get(), ended, location)
        : new ScalarNode(ended, style == ScalarStyle.PLAIN, location);
  }

  /** The parser gives the last line of a text a line end, also where it has none. */
  private String asItEnds(ScalarEvent event, String text, Location location) {
    if (TAB_FIRST.matcher(text).lookingAt() && !saysItsIndent(event)) {
      throw new RefusedInput(
          "yaml-syntax", location, "a tab stands where the indent of a text is found out");
    }
    String all = source.text();
    if (!text.endsWith("\n") || all.endsWith("\n") || YamlEvents.end(event) < points().length) {
      return text;
    }
    String without = text.substring(0, text.length() - 1);
    String last = all.substring(all.lastIndexOf('\n') + 1);
    String line = without.substring(without.lastIndexOf('\n') + 1);
    boolean isOfIt =
        last.isBlank()
            ? !line.isEmpty() && last.endsWith(line)
            : without.endsWith(last.stripLeading());
    return isOfIt ? without : text;
  }

  private boolean saysItsIndent(ScalarEvent event) {
    int start = YamlEvents.start(event);
    return between(start, Math.min(start + 3, points().length)).matches("[|>][-+]?[1-9](?s:.*)");
  }

  /** A slash is not to be escaped, though JSON allows it. */
  private void requireKnownEscapes(ScalarEvent event, Location location) {
    if (source.text().contains("\\/")) {
      int end = YamlEvents.end(event);
      for (int i = YamlEvents.start(event); i < end; i++) {
        if (points()[i] == '\\' && points()[++i] == '/') {
          throw new RefusedInput("yaml-syntax", location, "`\\/` is not an escape of YAML 1.1");
        }
      }
    }
  }

  /** Whether the colon behind a plain key of a map in braces is no part of the key. */
  boolean endsAtColon(Event key) {
    int[] all = points();
    int at = YamlEvents.end(key);
    while (at < all.length && (all[at] == ' ' || all[at] == '\t')) {
      at++;
    }
    return at + 1 < all.length && all[at] == ':' && " \t\r\n".indexOf(all[at + 1]) >= 0;
  }

  /** What the parser refuses, and Go may read: some escapes, and an alias that is a key. */
  static Problem judged(Problem problem, Source source) {
    boolean mayRead =
        problem.message().matches(".*unknown escape character ('\\(39|L\\(76|P\\(80)\\).*")
            || ALIAS_KEY.matcher(source.text()).find();
    return mayRead && !ReadingFault.isTooMuch(problem)
        ? Problem.error("ambiguous-scalar", problem.location(), problem.message())
        : problem;
  }
}
