package dev.mayfly.kind;

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
    ANYTHING("anything");

    private final String title;

    Plain(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** One of some words. */
  record OneOf(List<String> words) implements FieldType {
    @Override
    public String title() {
      return "one of `" + String.join("`, `", words) + "`";
    }
  }

  record ListOf(FieldType item) implements FieldType {
    @Override
    public String title() {
      return "a list";
    }
  }

  /** A map whose keys are the author's own. */
  record MapOf(FieldType value) implements FieldType {
    @Override
    public String title() {
      return "a map";
    }
  }

  /**
   * A map whose keys are known.
   *
   * @param open whether the API server keeps keys that it does not know
   */
  record Struct(Map<String, Field> fields, boolean open) implements FieldType {
    @Override
    public String title() {
      return "a map";
    }
  }

  record Field(FieldType type, boolean required) {}
}
