package dev.mayfly.yaml;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value that is about to be written: no positions, no doubt about its type. */
public sealed interface Tree {
  /** What stands for the value, where that is neither a string nor anything it holds. */
  String literal();

  /** A mapping, which is filled entry by entry where it is made. */
  record Mapping(Map<String, Tree> entries) implements Tree {
    public Mapping() {
      this(new LinkedHashMap<>());
    }

    public Mapping put(String key, Tree value) {
      entries.put(key, value);
      return this;
    }

    public Mapping put(String key, String text) {
      return put(key, new Text(text));
    }

    public Mapping put(String key, long number) {
      return put(key, new Number(number));
    }

    public Mapping put(String key, boolean flag) {
      return put(key, new Bool(flag));
    }

    /** Puts a text where there is one. */
    public Mapping put(String key, Optional<String> text) {
      text.ifPresent(it -> put(key, it));
      return this;
    }

    /** Puts a text that says something. */
    public Mapping putUnlessEmpty(String key, String text) {
      return text.isEmpty() ? this : put(key, text);
    }

    public Mapping put(String key, List<? extends Tree> items) {
      return put(key, new Sequence(List.copyOf(items)));
    }

    @Override
    public String literal() {
      return "{}";
    }
  }

  record Sequence(List<Tree> items) implements Tree {
    @Override
    public String literal() {
      return "[]";
    }
  }

  record Text(String value) implements Tree {
    @Override
    public String literal() {
      return value;
    }
  }

  record Number(long value) implements Tree {
    @Override
    public String literal() {
      return Long.toString(value);
    }
  }

  record Bool(boolean value) implements Tree {
    @Override
    public String literal() {
      return Boolean.toString(value);
    }
  }

  /** A number that is not whole, or too large to be counted. */
  record Decimal(BigDecimal value) implements Tree {
    /** More zeros than that are left to an exponent, which YAML 1.1 may take for text. */
    private static final int ZEROS = 400;

    @Override
    public String literal() {
      return Math.abs(value.scale()) <= ZEROS ? value.toPlainString() : value.toString();
    }
  }

  /** A string that is filled in later, by its place among all such; see {@link YamlForm}. */
  record Gap(int index) implements Tree {
    @Override
    public String literal() {
      throw new IllegalStateException("a gap is filled before it is written");
    }
  }

  record Null() implements Tree {
    @Override
    public String literal() {
      return "null";
    }
  }
}
