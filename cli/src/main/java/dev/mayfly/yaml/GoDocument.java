package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A document as Go programs around Kubernetes read it (sigs.k8s.io/yaml): by way of JSON, so that
 * every key becomes a string, the key {@code y} the string {@code true}, and infinity is refused.
 */
public final class GoDocument {
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private final List<Problem> problems = new ArrayList<>();

  private GoDocument() {}

  /** Reads bytes, also in UTF-16. */
  public static ReadResult read(String name, byte[] bytes) {
    Charset wide = wide(bytes);
    return wide == null
        ? keyed(new YamlReader(Budget.GO).read(name, bytes))
        : read(new Source(name, new String(bytes, 2, bytes.length - 2, wide)));
  }

  public static ReadResult read(Source source) {
    return keyed(new YamlReader(Budget.GO).read(source));
  }

  private static @org.jspecify.annotations.Nullable Charset wide(byte[] bytes) {
    if (bytes.length < 2 || bytes.length > Budget.GO.bytes()) {
      return null;
    }
    int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    return mark == 0xFEFF
        ? StandardCharsets.UTF_16BE
        : mark == 0xFFFE ? StandardCharsets.UTF_16LE : null;
  }

  /** The same for what was read with places and may not be strict. */
  public static ReadResult keyed(ReadResult read) {
    GoDocument document = new GoDocument();
    document.problems.addAll(read.problems());
    List<Node> documents = read.documents().stream().map(document::keyed).toList();
    return new ReadResult(read.source(), documents, List.copyOf(document.problems));
  }

  /** The same with every word and number as JSON writes it: {@code yes} true, and {@code 010} 8. */
  public static Node asJson(Node node) {
    return switch (node) {
      case ScalarNode scalar -> asJson(scalar);
      case ListNode list -> list.changed(GoDocument::asJson);
      case MapNode map -> map.changed(GoDocument::asJson);
    };
  }

  private static ScalarNode asJson(ScalarNode scalar) {
    String text =
        switch (GoScalar.of(scalar)) {
          case GoScalar.Flag(boolean flag) -> Boolean.toString(flag);
          case GoScalar.Number number
              when number.isInteger()
                  && Math.abs(number.value()) < 1L << 53
                  && !JSON_NUMBER.matcher(scalar.text()).matches() ->
              Long.toString((long) number.value());
          default -> scalar.text();
        };
    return text.equals(scalar.text()) ? scalar : new ScalarNode(text, true, scalar.location());
  }

  private Node keyed(Node node) {
    return switch (node) {
      case ScalarNode scalar -> finite(scalar);
      case ListNode list -> list.changed(this::keyed);
      case MapNode(List<MapNode.Entry> written, Location at) -> {
        Map<String, MapNode.Entry> entries = new LinkedHashMap<>();
        for (MapNode.Entry entry : written) {
          String name = name(entry.key());
          ScalarNode key = new ScalarNode(name, false, entry.key().location());
          entries.put(name, new MapNode.Entry(key, keyed(entry.value())));
        }
        yield new MapNode(List.copyOf(entries.values()), at);
      }
    };
  }

  private String name(ScalarNode key) {
    return switch (GoScalar.of(key)) {
      case GoScalar.Text(String text) -> text;
      case GoScalar.Flag(boolean flag) -> Boolean.toString(flag);
      case GoScalar.Number(double value) -> number(key, value);
      case GoScalar.Nothing ignored -> {
        problems.add(Problem.error("key-type", key.location(), "a key cannot be null"));
        yield "";
      }
    };
  }

  /** A key that is a number is printed anew, and a fraction as one of 32 bits. */
  private String number(ScalarNode key, double value) {
    double size = Math.abs(value);
    boolean whole = GoTags.isInteger(key.text());
    if (whole && size < 1L << 53) {
      return Long.toString((long) value);
    }
    if (whole && key.text().matches("-?[1-9][0-9]{0,17}")) {
      return key.text();
    }
    if (!whole && ((size >= 1e-4 && size < 1e6) || key.text().equals("0.0"))) {
      return new BigDecimal(Float.toString((float) value)).stripTrailingZeros().toPlainString();
    }
    problems.add(
        Problem.error(
            "ambiguous-scalar", key.location(), "a key that is such a number is not followed"));
    return key.text();
  }

  private ScalarNode finite(ScalarNode scalar) {
    if (GoScalar.of(scalar) instanceof GoScalar.Number(double number)
        && (Double.isNaN(number) || Double.isInfinite(number))) {
      problems.add(
          Problem.error(
              "number", scalar.location(), "JSON has no number for `" + scalar.text() + "`"));
    }
    return scalar;
  }
}
