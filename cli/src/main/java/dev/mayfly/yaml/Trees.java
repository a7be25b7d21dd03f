package dev.mayfly.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From what was read to what can be written again. */
public final class Trees {
  private Trees() {}

  /** The same value without its places, typed by YAML 1.2's core schema. */
  public static Tree of(Node node) {
    return switch (node) {
      case MapNode map -> {
        Map<String, Tree> entries = new LinkedHashMap<>();
        map.entries().forEach(entry -> entries.put(entry.key().text(), of(entry.value())));
        yield new Tree.Mapping(entries);
      }
      case ListNode list -> new Tree.Sequence(list.items().stream().map(Trees::of).toList());
      case ScalarNode scalar -> scalar(scalar);
    };
  }

  private static Tree scalar(ScalarNode scalar) {
    String text = scalar.text();
    return switch (scalar.type()) {
      case STRING -> new Tree.Text(text);
      case NULL -> new Tree.Null();
      case BOOLEAN -> new Tree.Bool(text.equalsIgnoreCase("true"));
      case INTEGER -> whole(text);
      case FLOAT -> decimal(text);
    };
  }

  private static Tree whole(String text) {
    int radix = text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : 10;
    try {
      BigInteger number = new BigInteger(radix == 10 ? text : text.substring(2), radix);
      return number.bitLength() < 64
          ? new Tree.Number(number.longValueExact())
          : new Tree.Decimal(new BigDecimal(number));
    } catch (NumberFormatException e) {
      return new Tree.Text(text);
    }
  }

  /** Infinities and what is no number have no form that every reader shares. */
  private static Tree decimal(String text) {
    try {
      return new Tree.Decimal(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return new Tree.Text(text);
    }
  }

  /** A list of texts. */
  public static Tree texts(List<String> texts) {
    return new Tree.Sequence(texts.stream().<Tree>map(Tree.Text::new).toList());
  }
}
