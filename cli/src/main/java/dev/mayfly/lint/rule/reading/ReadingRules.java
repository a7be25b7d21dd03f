package dev.mayfly.lint.rule.reading;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class ReadingRules {
  private ReadingRules() {}

  public static final List<Rule> ALL =
      List.of(new UnreadableFile(), new DuplicateKey(), new ForeignTemplate());
}
