package dev.mayfly.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A value that is about to be written: no positions, no doubt about its type. */
public sealed interface Tree {
  /** What stands for the value, where that is neither a string nor anything it holds. */
  String literal();

  record Mapping(Map<String, Tree> entries) implements Tree {
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
