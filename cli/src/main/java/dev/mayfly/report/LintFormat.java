package dev.mayfly.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which findings leave the program. */
public enum LintFormat {
  TEXT,
  JSON,
  SARIF,
  JUNIT,
  GITHUB,
  GITLAB,
  MARKDOWN;

  /** What a user writes after {@code -o}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(LintFormat::word).toList();
  }

  public static Optional<LintFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  public LintReport report(boolean colour, Producer producer) {
    return switch (this) {
      case TEXT -> new LintText(colour);
      case JSON -> new LintJson();
      case SARIF -> new Sarif(producer);
      case JUNIT -> new Junit(producer);
      case GITHUB -> new GithubAnnotations(producer);
      case GITLAB -> new GitlabCodeQuality();
      case MARKDOWN -> new LintMarkdown(producer);
    };
  }
}
