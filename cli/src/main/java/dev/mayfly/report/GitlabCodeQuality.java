package dev.mayfly.report;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Fingerprint;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** GitLab's Code Quality report (GitLab docs, Code Quality, "Code Quality report format"). */
final class GitlabCodeQuality implements LintReport {
  @Override
  public String format(List<Finding> findings) {
    List<Tree> issues = new ArrayList<>();
    Fingerprint.of(findings)
        .forEach((finding, fingerprint) -> issues.add(issue(finding, fingerprint)));
    return JsonWriter.pretty(new Tree.Sequence(issues));
  }

  private static Tree issue(Finding finding, String fingerprint) {
    Map<String, Tree> location = new LinkedHashMap<>();
    location.put("path", new Tree.Text(finding.location().file()));
    Map<String, Tree> lines = new LinkedHashMap<>();
    lines.put("begin", new Tree.Number(Math.max(1, finding.location().line())));
    location.put("lines", new Tree.Mapping(lines));

    FindingWords words = FindingWords.of(finding);
    Map<String, Tree> issue = new LinkedHashMap<>();
    issue.put("description", new Tree.Text(words.sentence()));
    issue.put("check_name", new Tree.Text(words.rule()));
    issue.put("fingerprint", new Tree.Text(fingerprint));
    issue.put("severity", new Tree.Text(severity(finding.severity())));
    issue.put("location", new Tree.Mapping(location));
    return new Tree.Mapping(issue);
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case NOTE -> "info";
    };
  }
}
