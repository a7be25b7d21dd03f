package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Reads YAML and JSON into {@link Node}s. Budgets are counted on the event stream, before anything
 * is built, because the library has no nesting limit of its own; no input makes it throw.
 */
public final class YamlReader {
  /** In characters. A scalar is copied again for each piece of its text that it reaches into. */
  private static final int SHORT_PIECE = 1 << 10;

  private static final int LONG_PIECE = 1 << 16;
  private final Budget budget;
  private final LoadSettings settings;
  private final LoadSettings settingsForLongTexts;
  private final KnownWords words = new KnownWords();

  public YamlReader(Budget budget) {
    this.budget = budget;
    this.settings = YamlEvents.settings(budget, SHORT_PIECE);
    this.settingsForLongTexts = YamlEvents.settings(budget, LONG_PIECE);
  }

  /** Whether bytes say of themselves that they are UTF-16, which is not read here. */
  public static boolean isUtf16(byte[] bytes) {
    return StrictText.isUtf16(bytes);
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
    boolean isLong = source.text().length() > LONG_PIECE;
    YamlEvents events = new YamlEvents(source, isLong ? settingsForLongTexts : settings);
    try {
      new Composer(source, budget, events, problems, words).composeAll(documents);
    } catch (RefusedInput refused) {
      problems.add(budget.asGo() ? GoSyntax.judged(refused.problem(), source) : refused.problem());
    }
    return new ReadResult(source, documents, problems);
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
