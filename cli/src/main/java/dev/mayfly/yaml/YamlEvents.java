package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The library's events. Only what the library throws is a fault of the text; an exception of our
 * own is a bug and is told as one.
 */
final class YamlEvents {
  private final Source source;
  private final Parser parser;

  YamlEvents(Source source, LoadSettings settings) {
    this.source = source;
    this.parser = new ParserImpl(settings, new StreamReader(settings, source.text()));
  }

  /** What the parser is told of all files that it reads in pieces of this length. */
  static LoadSettings settings(Budget budget, int piece) {
    return LoadSettings.builder().setCodePointLimit(budget.bytes()).setBufferSize(piece).build();
  }

  /**
   * The next event.
   *
   * @throws RefusedInput when the text is not YAML
   */
  Event next() {
    try {
      return parser.next();
    } catch (MarkedYamlEngineException e) {
      throw new RefusedInput("yaml-syntax", position(e), sentence(e));
    } catch (RuntimeException | StackOverflowError e) {
      // The library lets other exceptions out on hostile input (a bad escape, `!%a`): same verdict.
      throw new RefusedInput("yaml-syntax", Location.of(source), "this is not YAML");
    }
  }

  /** Where it begins, in code points. */
  static int start(Event event) {
    return event.getStartMark().orElseThrow().getIndex();
  }

  static int end(Event event) {
    return event.getEndMark().orElseThrow().getIndex();
  }

  Location location(Event event) {
    return span(event, event);
  }

  Location span(Event start, Event end) {
    return YamlReader.at(
        source, start.getStartMark().orElseThrow(), end.getEndMark().orElseThrow());
  }

  private Location position(MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    return mark.map(m -> YamlReader.at(source, m, m)).orElseGet(() -> Location.of(source));
  }

  private static String sentence(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "this is not YAML" : e.getProblem();
    if (problem.contains("TAB")) {
      return "a tab cannot stand here; YAML is indented with spaces";
    }
    return e.getContext() == null ? problem : e.getContext() + ": " + problem;
  }
}
