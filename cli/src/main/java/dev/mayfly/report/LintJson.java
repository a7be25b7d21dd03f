package dev.mayfly.report;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Fingerprint;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.SeverityOverride;
import dev.mayfly.lint.card.RuleCard;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Findings for other programs; {@code schemas/lint-report.schema.json} fixes the form. */
final class LintJson {
  private static final int VERSION = 1;

  String format(List<Finding> findings) {
    List<Tree> rows = new ArrayList<>();
    Fingerprint.of(findings).forEach((finding, fingerprint) -> rows.add(row(finding, fingerprint)));
    LintCounts counts = LintCounts.of(findings);
    Tree.Mapping summary =
        new Tree.Mapping()
            .put("errors", counts.errors())
            .put("warnings", counts.warnings())
            .put("notes", counts.notes())
            .put("unverifiable", counts.unverifiable());
    Tree.Mapping root =
        new Tree.Mapping().put("version", VERSION).put("summary", summary).put("findings", rows);
    return JsonWriter.pretty(root);
  }

  private static Tree row(Finding finding, String fingerprint) {
    Tree.Mapping row = new Tree.Mapping();
    row.put("rule", finding.rule());
    Optional<RuleCard> card = RuleCatalog.ofId(finding.rule()).map(Rule::card);
    row.put("name", card.map(RuleCard::name).orElse(""));
    row.put("title", card.map(RuleCard::summary).orElse(""));
    row.put("severity", finding.severity().word());
    row.put("verdict", Choice.word(finding.verdict()));
    Location location = finding.location();
    row.put("file", location.file());
    if (location.line() > 0) {
      row.put("line", location.line());
      row.put("column", location.column());
      row.put("endLine", location.endLine());
      row.put("endColumn", location.endColumn());
    }
    row.put("subject", finding.subject());
    row.put("message", finding.message());
    row.put("hint", finding.hint());
    row.put("fixable", !finding.fix().isEmpty());
    row.put("rendered", finding.rendered());
    SeverityOverride override = finding.override();
    if (override != null) {
      Tree.Mapping changed = new Tree.Mapping();
      changed.put("usual", override.usual().word());
      changed.put("reason", override.reason());
      changed.put("where", override.where());
      row.put("override", changed);
    }
    row.put("fingerprint", fingerprint);
    return row;
  }
}
