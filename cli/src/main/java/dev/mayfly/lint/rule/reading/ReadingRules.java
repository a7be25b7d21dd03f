package dev.mayfly.lint.rule.reading;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class ReadingRules {
  private ReadingRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("YM001", new UnreadableFile()),
          Rule.of("YM002", new DuplicateKey()),
          Rule.of("YM003", new ForeignTemplate()));
}
