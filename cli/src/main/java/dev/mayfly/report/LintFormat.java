package dev.mayfly.report;

import dev.mayfly.lint.Finding;
import java.util.List;

/** The forms in which findings leave the program. */
public enum LintFormat {
  TEXT,
  JSON,
  SARIF,
  JUNIT,
  GITHUB,
  GITLAB,
  MARKDOWN;

  /** The findings in the order given. The same findings give the same bytes. */
  public String report(boolean colour, Producer producer, List<Finding> findings) {
    return switch (this) {
      case TEXT -> new LintText(colour).format(findings);
      case JSON -> new LintJson().format(findings);
      case SARIF -> new Sarif(producer).format(findings);
      case JUNIT -> new Junit(producer).format(findings);
      case GITHUB -> new GithubAnnotations(producer).format(findings);
      case GITLAB -> new GitlabCodeQuality().format(findings);
      case MARKDOWN -> new LintMarkdown(producer).format(findings);
    };
  }
}
