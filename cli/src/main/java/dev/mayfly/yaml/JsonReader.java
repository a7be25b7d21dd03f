package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into the same {@link Node}s as YAML: strings are quoted scalars, everything else is
 * plain and keeps the text it was written in, so that {@code 7}, {@code 7.0} and {@code "7"} stay
 * apart. Stricter than {@link YamlReader} in syntax, and laxer in one thing: a string may hold any
 * character that JSON allows, because forges pass on what people typed.
 */
public final class JsonReader {
  private final Budget budget;
  private final JsonFactory factory;

  public JsonReader(Budget budget) {
    this.budget = budget;
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(budget.depth())
                    .maxStringLength(budget.bytes())
                    .maxTokenCount(2L * budget.nodes())
                    .build())
            .build();
  }

  /** Reads one JSON value; no input makes it throw. */
  public ReadResult read(String name, byte[] bytes) {
    StrictText.Decoded decoded = StrictText.decode(name, bytes, budget.bytes());
    if (decoded.problem() != null) {
      return refused(decoded.source(), decoded.problem());
    }
    Source source = decoded.source();
    TextCursor cursor = new TextCursor(source);
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), source.text())) {
      JsonComposer composer = new JsonComposer(parser, cursor::at, budget);
      return new ReadResult(source, List.of(composer.composeDocument()), List.of());
    } catch (RefusedInput refusal) {
      return refused(source, refusal.problem());
    } catch (JacksonException e) {
      return refused(source, syntax(source, e));
    }
  }

  /** The library's own sentence may quote the input, which may be hostile; ours does not. */
  private static Problem syntax(Source source, JacksonException e) {
    Location location =
        e.getLocation() == null || e.getLocation().getCharOffset() < 0
            ? Location.of(source)
            : new TextCursor(source).at(e.getLocation().getCharOffset());
    return e instanceof tools.jackson.core.exc.StreamConstraintsException
        ? Problem.error("too-large", location, "the JSON is nested too deep or holds too much")
        : Problem.error("json-syntax", location, "this is not valid JSON");
  }

  private static ReadResult refused(Source source, Problem problem) {
    return new ReadResult(source, List.of(), List.of(problem));
  }
}
