package dev.mayfly.kubernetes;

import dev.mayfly.diagnostic.ProgramFile;
import dev.mayfly.kubernetes.FieldType.Field;
import dev.mayfly.kubernetes.FieldType.ListOf;
import dev.mayfly.kubernetes.FieldType.MapOf;
import dev.mayfly.kubernetes.FieldType.OneOf;
import dev.mayfly.kubernetes.FieldType.Plain;
import dev.mayfly.kubernetes.FieldType.Struct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kinds of one product, as {@code kind-tables.py} writes them from its
 * CustomResourceDefinitions: a line a structure, those that others use first.
 *
 * @param kinds by {@code apiVersion}, a blank and {@code kind}
 * @param elsewhere as {@link KnownKind} has it
 * @param release of the product; empty where the table does not say it
 */
record KindTable(Map<String, Struct> kinds, Set<String> elsewhere, String release) {
  private static final Pattern SOURCE = Pattern.compile("# Written .* from \\S+ ([\\w.-]+)\\. .*");

  /** Reads a table that is part of the program. */
  static KindTable load(String product) {
    return parse(ProgramFile.text("kinds/" + product + ".txt"));
  }

  static KindTable parse(String text) {
    Set<String> elsewhere = new HashSet<>();
    String release = "";
    Map<String, String> names = new LinkedHashMap<>();
    List<Struct> rows = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ", -1);
      Matcher source = SOURCE.matcher(line);
      if (source.matches()) {
        release = source.group(1);
      }
      if (words[0].equals("kind")) {
        names.put(words[1] + " " + words[2], words[3]);
      } else if (words[0].equals("also")) {
        elsewhere.add(words[1]);
      } else if (words[0].startsWith("@")) {
        rows.add(struct(words, rows));
      }
    }
    Map<String, Struct> kinds = new HashMap<>();
    names.forEach((name, row) -> kinds.put(name, (Struct) type(row, rows)));
    return new KindTable(kinds, elsewhere, release);
  }

  private static Struct struct(String[] words, List<Struct> rows) {
    Map<String, Field> fields = new LinkedHashMap<>();
    boolean open = false;
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      String name = words[i].substring(0, equals);
      boolean required = name.endsWith("!");
      if (name.equals("*")) {
        open = true;
      } else {
        fields.put(
            required ? name.substring(0, equals - 1) : name,
            new Field(type(words[i].substring(equals + 1), rows), required));
      }
    }
    return new Struct(fields, open);
  }

  private static FieldType type(String code, List<Struct> rows) {
    return switch (code.charAt(0)) {
      case '[' -> new ListOf(type(code.substring(2), rows));
      case '{' -> {
        int end = code.indexOf('}');
        String keys = code.substring(1, end).toUpperCase(Locale.ROOT);
        yield new MapOf(
            keys.isEmpty() ? ResourceNames.ANY : ResourceNames.valueOf(keys),
            type(code.substring(end + 1), rows));
      }
      case '@' -> rows.get(Integer.parseInt(code.substring(1)));
      case 's' ->
          code.length() == 1
              ? Plain.TEXT
              : new OneOf(List.of(code.substring(2, code.length() - 1).split("\\|", -1)));
      case 'i' -> Plain.INTEGER;
      case 'n' -> Plain.NUMBER;
      case 'b' -> Plain.BOOLEAN;
      case 'x' -> Plain.INT_OR_TEXT;
      case 'q' -> Plain.QUANTITY;
      case 'Q' -> Plain.INT_OR_QUANTITY;
      case 't' -> Plain.TEXT_QUANTITY;
      default -> Plain.ANYTHING;
    };
  }

  Optional<Struct> kind(String apiVersion, String kind) {
    return Optional.ofNullable(kinds.get(apiVersion + " " + kind));
  }
}
