package dev.mayfly.argocd.gotemplate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * A value as {@code toYaml} writes it (sigs.k8s.io/yaml, by way of JSON; go-yaml v2, {@code
 * emitterc.go}).
 */
final class GoYamlWriter {
  /** In bytes; what is longer, or has more than one line, is a key of its own kind. */
  private static final int LONGEST_SIMPLE_KEY = 128;

  private final List<String> lines = new ArrayList<>();

  private GoYamlWriter() {}

  static String write(GoValue value) throws TemplateStop {
    GoYamlWriter writer = new GoYamlWriter();
    writer.write("", "", value);
    return String.join("\n", writer.lines);
  }

  private void write(String lead, String indent, GoValue value) throws TemplateStop {
    Meter.items(lines.size());
    if (value instanceof GoValue.Entries(SortedMap<String, GoValue> entries, boolean ignored)
        && !entries.isEmpty()) {
      String front = lead;
      for (var entry : entries.entrySet()) {
        String name = entry.getKey();
        boolean simple =
            !name.contains("\n")
                && !name.contains("\r")
                && name.getBytes(UTF_8).length <= LONGEST_SIMPLE_KEY;
        String key = text(front + (simple ? "" : "? "), name, indent, simple);
        front = indent;
        if (simple) {
          key += ":";
        } else {
          lines.add(key);
          key = indent + ":";
        }
        if (isBlock(entry.getValue())) {
          lines.add(key);
          String inner = entry.getValue() instanceof GoValue.Items ? indent : indent + "  ";
          write(inner, inner, entry.getValue());
        } else {
          lines.add(scalar(key + " ", entry.getValue(), indent));
        }
      }
    } else if (value instanceof GoValue.Items(List<GoValue> items, String ignored)
        && !items.isEmpty()) {
      String front = lead;
      for (GoValue item : items) {
        write(front + "- ", indent + "  ", item);
        front = indent;
      }
    } else {
      // A block at the top is indented too, one of a list as deep as its item.
      lines.add(scalar(lead, value, lead.isEmpty() ? "" : indent.substring(2)));
    }
  }

  private static boolean isBlock(GoValue value) {
    return value.isTrue() && (value instanceof GoValue.Entries || value instanceof GoValue.Items);
  }

  private static String scalar(String lead, GoValue value, String indent) throws TemplateStop {
    return switch (value) {
      case GoValue.Text(String text) -> text(lead, text, indent, false);
      case GoValue.Fraction(double number) -> lead + GoNumbers.yaml(number);
      case PluginInput ignored ->
          throw TemplateStop.unverifiable("`toYaml` of what a plugin was given is not computed");
      default -> lead + GoJson.write(value, false);
    };
  }

  private static String text(String lead, String text, String indent, boolean simpleKey)
      throws TemplateStop {
    return lead + GoYamlText.write(text, lead.codePointCount(0, lead.length()), indent, simpleKey);
  }
}
