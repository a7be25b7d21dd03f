package dev.mayfly.report;

import dev.mayfly.event.Markdown;
import dev.mayfly.lint.Finding;
import java.util.List;

/** JUnit's XML as CI systems read it: one test case a finding, notes as passed ones. */
record Junit(Producer producer) {
  String format(List<Finding> findings) {
    LintCounts counts = LintCounts.of(findings);
    long failures = counts.errors() + counts.warnings();
    int tests = Math.max(1, findings.size());
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    String counted = "tests=\"" + tests + "\" failures=\"" + failures + "\">\n";
    xml.append("<testsuites ").append(counted);
    xml.append("  <testsuite name=\"").append(escaped(producer.command()));
    xml.append("\" ").append(counted);
    if (findings.isEmpty()) {
      xml.append("    <testcase classname=\"mayfly\" name=\"no findings\"/>\n");
    }
    findings.forEach(finding -> testCase(finding, xml));
    return xml.append("  </testsuite>\n</testsuites>\n").toString();
  }

  private static void testCase(Finding finding, StringBuilder xml) {
    FindingWords words = FindingWords.of(finding);
    String name = words.rule() + " " + finding.location();
    xml.append("    <testcase classname=\"").append(escaped(finding.location().file()));
    xml.append("\" name=\"").append(escaped(name)).append("\">\n");
    String body = escaped(finding.location() + ": " + finding.hint());
    String message = escaped(words.sentence());
    switch (finding.severity()) {
      case ERROR, WARNING ->
          xml.append("      <failure type=\"")
              .append(finding.severity().word())
              .append("\" message=\"")
              .append(message)
              .append("\">")
              .append(body)
              .append("</failure>\n");
      case NOTE -> xml.append("      <system-out>").append(message).append("</system-out>\n");
    }
    xml.append("    </testcase>\n");
  }

  /** XML 1.0 has no way to write most control characters. */
  private static String escaped(String text) {
    return Markdown.html(TerminalText.clean(text))
        .replace("\"", "&quot;")
        .replaceAll("[\uFFFE\uFFFF]", "?");
  }
}
