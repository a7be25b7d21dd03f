package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import java.util.List;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Spellings that Go's reader, which follows YAML 1.1, takes for another structure than YAML 1.2
 * does: {@code {?image: x}} has the key {@code image}, {@code {image:, x}} has the key {@code
 * image:}, and a tagged {@code <<} merges.
 */
final class ReaderTraps {
  private ReaderTraps() {}

  static void item(SequenceStartEvent list, Event item, Location location, List<Problem> problems) {
    word(list.isFlow(), item, location, problems);
  }

  /** Outside of braces and brackets all take the question mark for a part of the word. */
  private static void word(boolean flow, Event event, Location location, List<Problem> problems) {
    if (flow
        && event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().startsWith("?")) {
      problems.add(
          Problem.error(
              "ambiguous-scalar",
              location,
              "YAML 1.1 and 1.2 readers disagree on a `?` in front of a word",
              "put it in quotes"));
    }
  }

  /** {@code agreed} says whether all find the colon, whatever stands behind it. */
  static void entry(
      MappingStartEvent map,
      Event key,
      Event value,
      boolean agreed,
      Location location,
      List<Problem> problems) {
    word(map.isFlow(), key, location, problems);
    word(map.isFlow(), value, location, problems);
    if (!(key instanceof ScalarEvent name)) {
      return;
    }
    if (name.getValue().equals("<<") && name.getTag().isPresent()) {
      problems.add(
          Problem.error(
              "ambiguous-scalar",
              location,
              "readers disagree on whether this `<<` is a merge key",
              "take the tag off, or quote the key"));
    }
    if (map.isFlow() && name.isPlain() && !agreed && isTrap(name, value)) {
      problems.add(
          Problem.error(
              "ambiguous-scalar",
              location,
              "YAML 1.1 and 1.2 readers disagree on a key whose colon no value follows after a"
                  + " blank",
              "write `key: value`, or `key: null`"));
    }
  }

  /** The colon touches the value, or none follows; a key without a colon is read alike by all. */
  private static boolean isTrap(ScalarEvent key, Event value) {
    int gap = YamlEvents.start(value) - YamlEvents.end(key);
    boolean empty =
        value instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().isEmpty();
    return gap == 1 || empty && gap > 0;
  }
}
