package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML and JSON into {@link Node}s. Budgets are counted on the event stream, before anything
 * is built, because the library has no nesting limit of its own; no input makes it throw.
 */
public final class YamlReader {
  private final Budget budget;
  private final KnownWords words = new KnownWords();

  public YamlReader(Budget budget) {
    this.budget = budget;
  }

  /** Reads a stream of documents from bytes. */
  public ReadResult read(String name, byte[] bytes) {
    StrictText.Decoded decoded = StrictText.decode(name, bytes, budget);
    return decoded.problem() == null
        ? parse(decoded.source())
        : new ReadResult(decoded.source(), List.of(), List.of(decoded.problem()));
  }

  /** Reads a stream of documents from text. */
  public ReadResult read(Source source) {
    StrictText.Decoded decoded = StrictText.check(source, budget);
    return decoded.problem() == null
        ? parse(source)
        : new ReadResult(source, List.of(), List.of(decoded.problem()));
  }

  private ReadResult parse(Source source) {
    List<Node> documents = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(source.name()).setCodePointLimit(budget.bytes()).build();
      ParserImpl parser = new ParserImpl(settings, new StreamReader(settings, source.text()));
      new Composer(source, budget, parser, problems, words).composeAll(documents);
    } catch (RefusedInput refused) {
      problems.add(refused.problem());
    } catch (MarkedYamlEngineException e) {
      problems.add(Problem.error("yaml-syntax", position(source, e), sentence(e)));
    } catch (RuntimeException | StackOverflowError e) {
      // The library lets other exceptions out on hostile input (a bad escape, `!%a`): same verdict.
      problems.add(Problem.error("yaml-syntax", Location.of(source), "this is not YAML"));
    }
    return new ReadResult(source, documents, problems);
  }

  private static @Nullable Location position(Source source, MarkedYamlEngineException e) {
    Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
    return mark.map(m -> at(source, m, m)).orElseGet(() -> Location.of(source));
  }

  private static String sentence(MarkedYamlEngineException e) {
    String problem = e.getProblem() == null ? "this is not YAML" : e.getProblem();
    if (problem.contains("TAB")) {
      return "a tab cannot stand here; YAML is indented with spaces";
    }
    return e.getContext() == null ? problem : e.getContext() + ": " + problem;
  }

  static Location at(Source source, Mark start, Mark end) {
    return new Location(
        source,
        start.getLine() + 1,
        start.getColumn() + 1,
        end.getLine() + 1,
        Math.max(
            end.getColumn() + 1, start.getLine() == end.getLine() ? start.getColumn() + 2 : 1));
  }
}
