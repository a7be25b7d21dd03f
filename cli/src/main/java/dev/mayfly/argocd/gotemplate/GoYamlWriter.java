package dev.mayfly.argocd.gotemplate;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.GoScalar;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * A value as {@code toYaml} writes it (sigs.k8s.io/yaml, by way of JSON; go-yaml v2, {@code
 * emitterc.go}).
 */
final class GoYamlWriter {
  private static final Location NOWHERE = Location.ofFile("");

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
        String key = front + scalar(GoValue.of(entry.getKey()), indent, true) + ":";
        front = indent;
        if (isBlock(entry.getValue())) {
          lines.add(key);
          String inner = entry.getValue() instanceof GoValue.Items ? indent : indent + "  ";
          write(inner, inner, entry.getValue());
        } else {
          lines.add(key + " " + scalar(entry.getValue(), indent, false));
        }
      }
    } else if (value instanceof GoValue.Items(List<GoValue> items, boolean ignored)
        && !items.isEmpty()) {
      String front = lead;
      for (GoValue item : items) {
        write(front + "- ", indent + "  ", item);
        front = indent;
      }
    } else {
      // A block at the top is indented too, one of a list as deep as its item.
      lines.add(lead + scalar(value, lead.isEmpty() ? "" : indent.substring(2), false));
    }
  }

  private static boolean isBlock(GoValue value) {
    return value.isTrue() && (value instanceof GoValue.Entries || value instanceof GoValue.Items);
  }

  private static String scalar(GoValue value, String indent, boolean key) throws TemplateStop {
    return switch (value) {
      case GoValue.Text(String text) -> text(text, indent, key);
      case GoValue.Fraction(double number) -> GoNumbers.yaml(number);
      default -> GoJson.write(value, false);
    };
  }

  private static String text(String text, String indent, boolean key) throws TemplateStop {
    if (!isPrintable(text)) {
      return doubleQuoted(text);
    }
    if (text.contains("\n") && !key && !text.startsWith(" ") && !text.contains(" \n")) {
      return literal(text, indent);
    }
    boolean otherwise =
        !(GoScalar.of(new ScalarNode(text, true, NOWHERE)) instanceof GoScalar.Text)
            || text.matches("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?")
            || text.matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*")
            || text.equals("<<");
    if (otherwise || text.contains("\n")) {
      return doubleQuoted(text);
    }
    return isPlain(text) ? text : "'" + text.replace("'", "''") + "'";
  }

  private static String literal(String text, String indent) {
    String inner = "\n" + indent + "  ";
    String chomp =
        !text.endsWith("\n") ? "-" : text.endsWith("\n\n") || text.equals("\n") ? "+" : "";
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    StringBuilder out = new StringBuilder("|" + chomp);
    for (String line : body.split("\n", -1)) {
      out.append(line.isEmpty() ? "\n" : inner + line);
    }
    return out.toString();
  }

  private static boolean isPlain(String text) {
    if (text.startsWith(" ")
        || text.endsWith(" ")
        || text.startsWith("---")
        || text.startsWith("...")) {
      return false;
    }
    boolean alone = text.length() == 1 || text.charAt(1) == ' ';
    char first = text.charAt(0);
    return "#,[]{}&*!|>'\"%@`".indexOf(first) < 0
        && !(alone && "-?:".indexOf(first) >= 0)
        && !text.contains(": ")
        && !text.endsWith(":")
        && !text.contains(" #");
  }

  private static boolean isPrintable(String text) throws TemplateStop {
    for (int c : text.codePoints().toArray()) {
      if (c != '\n' && c < ' ' && c != '\t' && c != '\r') {
        throw TemplateStop.failed("a control character cannot be written as YAML and read again");
      }
      if (c == '\t'
          || c == '\r'
          || c == 0x7F
          || c == 0xFEFF
          || c > 0xFFFF
          || (c > 0x7F && c < 0xA0)) {
        return false;
      }
    }
    return true;
  }

  private static String doubleQuoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int c : text.codePoints().toArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case 0xFEFF -> out.append("\\uFEFF");
        default -> {
          if (c > 0xFFFF) {
            out.append(String.format(Locale.ROOT, "\\U%08X", c));
          } else if (c == 0x7F || (c > 0x7F && c < 0xA0)) {
            out.append(String.format(Locale.ROOT, "\\x%02X", c));
          } else {
            out.appendCodePoint(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
