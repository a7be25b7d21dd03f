package dev.mayfly.report;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Fingerprint;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;

/** GitLab's Code Quality report (GitLab docs, Code Quality, "Code Quality report format"). */
final class GitlabCodeQuality {
  String format(List<Finding> findings) {
    List<Tree> issues = new ArrayList<>();
    Fingerprint.of(findings)
        .forEach((finding, fingerprint) -> issues.add(issue(finding, fingerprint)));
    return JsonWriter.pretty(new Tree.Sequence(issues));
  }

  private static Tree issue(Finding finding, String fingerprint) {
    Tree.Mapping location = new Tree.Mapping().put("path", finding.location().file());
    Tree.Mapping lines = new Tree.Mapping().put("begin", Math.max(1, finding.location().line()));
    location.put("lines", lines);

    FindingWords words = FindingWords.of(finding);
    return new Tree.Mapping()
        .put("description", words.sentence())
        .put("check_name", words.rule())
        .put("fingerprint", fingerprint)
        .put("severity", severity(finding.severity()))
        .put("location", location);
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case NOTE -> "info";
    };
  }
}
