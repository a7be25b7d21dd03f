package dev.mayfly.kubernetes;

import dev.mayfly.yaml.GoScalar;
import java.util.List;
import java.util.Map;

/** What a field may hold. */
public sealed interface FieldType {
  /** What messages call it: {@code a string}, {@code a list}. */
  String title();

  /** Types without parts. */
  enum Plain implements FieldType {
    TEXT("a string"),
    INTEGER("an integer"),
    NUMBER("a number"),
    BOOLEAN("a boolean"),
    INT_OR_TEXT("an integer or a string"),
    QUANTITY("a quantity"),
    INT_OR_QUANTITY("an integer or a quantity in quotes"),
    TEXT_QUANTITY("a quantity in a string"),
    ANYTHING("anything");

    private final String title;

    Plain(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    boolean isQuantity() {
      return this == QUANTITY || this == INT_OR_QUANTITY || this == TEXT_QUANTITY;
    }

    /** Whether the API server takes a value of the reader's for it; null it drops before. */
    boolean takes(GoScalar value) {
      if (value instanceof GoScalar.Text) {
        return this == TEXT || this == INT_OR_TEXT || isQuantity();
      }
      if (value instanceof GoScalar.Number number) {
        return this == NUMBER || this == QUANTITY || (number.isInteger() && takesInteger());
      }
      return value instanceof GoScalar.Nothing || this == BOOLEAN;
    }

    private boolean takesInteger() {
      return this == INTEGER || this == INT_OR_TEXT || this == INT_OR_QUANTITY;
    }
  }

  /** One of some words. */
  record OneOf(List<String> words) implements FieldType {
    private static final int NAMED = 9;

    @Override
    public String title() {
      List<String> said = said();
      String named = String.join("`, `", said.subList(0, Math.min(NAMED, said.size())));
      return "one of `" + named + (said.size() > NAMED ? "`, ..." : "`");
    }

    /** The words without the empty one, which says nothing. */
    List<String> said() {
      return words.stream().filter(it -> !it.isEmpty()).toList();
    }
  }

  record ListOf(FieldType item) implements FieldType {
    @Override
    public String title() {
      return "a list";
    }
  }

  /** A map whose keys are the author's own, or names of resources. */
  record MapOf(ResourceNames keys, FieldType value) implements FieldType {
    MapOf(FieldType value) {
      this(ResourceNames.ANY, value);
    }

    @Override
    public String title() {
      return "a map";
    }
  }

  /**
   * A map whose keys are known.
   *
   * @param open whether the API server keeps keys that it does not know
   * @param required the names of the fields that must be there
   */
  record Struct(Map<String, Field> fields, boolean open, List<String> required)
      implements FieldType {
    Struct(Map<String, Field> fields, boolean open) {
      this(
          fields,
          open,
          fields.entrySet().stream()
              .filter(it -> it.getValue().required())
              .map(Map.Entry::getKey)
              .toList());
    }

    @Override
    public String title() {
      return "a map";
    }
  }

  record Field(FieldType type, boolean required) {}
}
