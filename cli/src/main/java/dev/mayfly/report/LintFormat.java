package dev.mayfly.report;

/** The forms in which findings leave the program. */
public enum LintFormat {
  TEXT,
  JSON,
  SARIF,
  JUNIT,
  GITHUB,
  GITLAB,
  MARKDOWN;

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
