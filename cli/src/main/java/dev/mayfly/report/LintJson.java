package dev.mayfly.report;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Fingerprint;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.SeverityOverride;
import dev.mayfly.lint.card.RuleCard;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Findings for other programs; {@code schemas/lint-report.schema.json} fixes the form. */
final class LintJson implements LintReport {
  private static final int VERSION = 1;

  @Override
  public String format(List<Finding> findings) {
    List<Tree> rows = new ArrayList<>();
    Fingerprint.of(findings).forEach((finding, fingerprint) -> rows.add(row(finding, fingerprint)));
    LintCounts counts = LintCounts.of(findings);
    Map<String, Tree> summary = new LinkedHashMap<>();
    summary.put("errors", new Tree.Number(counts.errors()));
    summary.put("warnings", new Tree.Number(counts.warnings()));
    summary.put("notes", new Tree.Number(counts.notes()));
    summary.put("unverifiable", new Tree.Number(counts.unverifiable()));
    Map<String, Tree> root = new LinkedHashMap<>();
    root.put("version", new Tree.Number(VERSION));
    root.put("summary", new Tree.Mapping(summary));
    root.put("findings", new Tree.Sequence(rows));
    return JsonWriter.pretty(new Tree.Mapping(root));
  }

  private static Tree row(Finding finding, String fingerprint) {
    Map<String, Tree> row = new LinkedHashMap<>();
    text(row, "rule", finding.rule());
    Optional<RuleCard> card = RuleCatalog.ofId(finding.rule()).map(Rule::card);
    text(row, "name", card.map(RuleCard::name).orElse(""));
    text(row, "title", card.map(RuleCard::summary).orElse(""));
    text(row, "severity", finding.severity().word());
    text(row, "verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
    Location location = finding.location();
    text(row, "file", location.file());
    if (location.line() > 0) {
      row.put("line", new Tree.Number(location.line()));
      row.put("column", new Tree.Number(location.column()));
      row.put("endLine", new Tree.Number(location.endLine()));
      row.put("endColumn", new Tree.Number(location.endColumn()));
    }
    text(row, "subject", finding.subject());
    text(row, "message", finding.message());
    text(row, "hint", finding.hint());
    row.put("fixable", new Tree.Bool(!finding.fix().isEmpty()));
    row.put("rendered", new Tree.Bool(finding.rendered()));
    SeverityOverride override = finding.override();
    if (override != null) {
      Map<String, Tree> changed = new LinkedHashMap<>();
      text(changed, "usual", override.usual().word());
      text(changed, "reason", override.reason());
      text(changed, "where", override.where());
      row.put("override", new Tree.Mapping(changed));
    }
    text(row, "fingerprint", fingerprint);
    return new Tree.Mapping(row);
  }

  private static void text(Map<String, Tree> row, String key, String value) {
    row.put(key, new Tree.Text(value));
  }
}
