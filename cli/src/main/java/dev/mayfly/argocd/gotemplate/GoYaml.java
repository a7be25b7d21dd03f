package dev.mayfly.argocd.gotemplate;

import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * YAML as Argo CD reads it into parameters (sigs.k8s.io/yaml): by way of JSON, so that every number
 * is a float, and with YAML 1.1's words for true and false.
 */
public final class GoYaml {
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
      case ScalarNode scalar -> scalar.plain() ? plain(scalar.text()) : GoValue.of(scalar.text());
    };
  }

  private static GoValue plain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> GoValue.NIL;
      case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" ->
          GoValue.of(true);
      case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" ->
          GoValue.of(false);
      default -> number(text);
    };
  }

  private static GoValue number(String text) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    if (digits.matches(
        "[-+]?(0|[1-9][0-9]*)(\\.[0-9]*)?(e[-+]?[0-9]+)?|[-+]?\\.[0-9]+(e[-+]?[0-9]+)?")) {
      return new GoValue.Fraction(Double.parseDouble(digits) + 0.0);
    }
    if (digits.matches("[-+]?0o?[0-7]+")) {
      return radix(digits.replace("o", ""), 8);
    }
    if (digits.matches("[-+]?0[0-9]+(\\.[0-9]*)?")) {
      return new GoValue.Fraction(Double.parseDouble(digits));
    }
    if (digits.matches("[-+]?0x[0-9a-f]+")) {
      return radix(digits.replace("0x", ""), 16);
    }
    return digits.matches("[-+]?0b[01]+") ? radix(digits.replace("0b", ""), 2) : GoValue.of(text);
  }

  private static GoValue radix(String digits, int radix) {
    return new GoValue.Fraction(new BigInteger(digits, radix).doubleValue());
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
    ReadResult read = new JsonReader(Budget.LINT).read("fromJson", bytes);
    return read.documents().stream().findFirst().map(GoYaml::value);
  }

  private static GoValue read(String text, String function) throws TemplateStop {
    ReadResult read = new YamlReader(Budget.LINT).read(new Source(function, text));
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
            && plain(text) instanceof GoValue.Text
        ? text
        : GoJson.write(value, false);
  }
}
