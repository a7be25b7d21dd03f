package dev.mayfly.yaml;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A value that is about to be written: no positions, no doubt about its type. */
public sealed interface Tree {
  record Mapping(Map<String, Tree> entries) implements Tree {}

  record Sequence(List<Tree> items) implements Tree {}

  record Text(String value) implements Tree {}

  record Number(long value) implements Tree {}

  record Bool(boolean value) implements Tree {}

  /** A number that is not whole, or too large to be counted. */
  record Decimal(BigDecimal value) implements Tree {}

  record Null() implements Tree {}
}
