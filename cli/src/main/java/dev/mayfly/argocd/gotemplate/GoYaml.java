package dev.mayfly.argocd.gotemplate;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.GoDocument;
import dev.mayfly.yaml.GoScalar;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * YAML as Argo CD reads it into parameters (sigs.k8s.io/yaml): by way of JSON, so that every number
 * is a float, and with YAML 1.1's words for true and false.
 */
public final class GoYaml {
  private static final Location NOWHERE = Location.ofFile("");

  private GoYaml() {}

  /** The value of a part of a document. */
  public static GoValue value(Node node) {
    return switch (node) {
      case MapNode(List<MapNode.Entry> entries, var ignored) -> {
        SortedMap<String, GoValue> map = new TreeMap<>();
        entries.forEach(entry -> map.put(entry.key().text(), value(entry.value())));
        yield GoValue.map(map);
      }
      case ListNode(List<Node> items, var ignored) ->
          GoValue.list(items.stream().map(GoYaml::value).toList());
      case ScalarNode scalar ->
          switch (GoScalar.of(scalar)) {
            case GoScalar.Nothing ignored -> GoValue.NIL;
            case GoScalar.Flag(boolean flag) -> GoValue.of(flag);
            case GoScalar.Number(double number) -> new GoValue.Fraction(number);
            case GoScalar.Text(String text) -> GoValue.of(text);
          };
    };
  }

  static GoValue readMap(String text) throws TemplateStop {
    GoValue value = read(text, "fromYaml");
    if (value.isNil()) {
      return GoValue.map(new TreeMap<>());
    }
    if (value instanceof GoValue.Entries) {
      return value;
    }
    throw TemplateStop.failed("`fromYaml` reads " + value.type() + ", not a map");
  }

  static GoValue readList(String text) throws TemplateStop {
    GoValue value = read(text, "fromYamlArray");
    if (value.isNil()) {
      return GoValue.list(List.of());
    }
    if (value instanceof GoValue.Items) {
      return value;
    }
    throw TemplateStop.failed("`fromYamlArray` reads " + value.type() + ", not a list");
  }

  /** Empty for what is no JSON. */
  static Optional<GoValue> readJson(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ReadResult read = new JsonReader(Budget.GO).read("fromJson", bytes);
    return read.documents().stream().findFirst().map(GoYaml::value);
  }

  private static GoValue read(String text, String function) throws TemplateStop {
    ReadResult read = GoDocument.read(new Source(function, text));
    if (!read.problems().isEmpty()) {
      throw TemplateStop.failed(
          "`" + function + "` cannot read it: " + read.problems().getFirst().message());
    }
    return read.documents().isEmpty() ? GoValue.NIL : value(read.documents().getFirst());
  }

  /** Means what Argo CD's {@code toYaml} writes; quotes may differ. */
  static String write(GoValue value) throws TemplateStop {
    List<String> lines = new ArrayList<>();
    write(lines, "", "", value);
    return String.join("\n", lines);
  }

  private static void write(List<String> lines, String lead, String indent, GoValue value)
      throws TemplateStop {
    Meter.items(lines.size());
    if (value instanceof GoValue.Entries(SortedMap<String, GoValue> entries, boolean ignored)
        && !entries.isEmpty()) {
      String front = lead;
      for (var entry : entries.entrySet()) {
        String key = front + scalar(GoValue.of(entry.getKey())) + ":";
        front = indent;
        if (isBlock(entry.getValue())) {
          lines.add(key);
          String inner = entry.getValue() instanceof GoValue.Items ? indent : indent + "  ";
          write(lines, inner, inner, entry.getValue());
        } else {
          lines.add(key + " " + scalar(entry.getValue()));
        }
      }
    } else if (value instanceof GoValue.Items(List<GoValue> items, boolean ignored)
        && !items.isEmpty()) {
      String front = lead;
      for (GoValue item : items) {
        write(lines, front + "- ", indent + "  ", item);
        front = indent;
      }
    } else {
      lines.add(lead + scalar(value));
    }
  }

  private static boolean isBlock(GoValue value) {
    return value.isTrue() && (value instanceof GoValue.Entries || value instanceof GoValue.Items);
  }

  private static String scalar(GoValue value) throws TemplateStop {
    return value instanceof GoValue.Text(String text)
            && text.matches("[A-Za-z_/][A-Za-z0-9_./-]*")
            && GoScalar.of(new ScalarNode(text, true, NOWHERE)) instanceof GoScalar.Text
        ? text
        : GoJson.write(value, false);
  }
}
