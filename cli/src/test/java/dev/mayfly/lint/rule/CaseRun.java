package dev.mayfly.lint.rule;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.lint.Checkout;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Fixer;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.card.CaseFile;
import dev.mayfly.lint.card.RuleCase;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.platform.Targets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Runs a rule over its cases, and writes down all that it says: goldens are compared with that. */
final class CaseRun {
  private CaseRun() {}

  /** The case file with what the rule finds now. */
  static CaseFile judged(Rule rule, CaseFile file) {
    List<RuleCase> cases = file.cases().stream().map(each -> judged(rule, each)).toList();
    return new CaseFile(file.card(), file.why(), cases);
  }

  static List<Finding> findings(Rule rule, RuleCase each) {
    Map<String, byte[]> files = RuleExamples.files(each.text());
    // What `--facts` would be given.
    byte[] facts = files.remove("facts.dump");
    // What Git would say.
    byte[] origin = files.remove("git-origin");
    // What only rendering writes.
    byte[] rendered = files.remove("rendered");
    LintSettings settings = settings(each);
    if (origin != null) {
      String url = new String(origin, StandardCharsets.UTF_8).strip();
      settings = settings.withCheckout(new Checkout(true, Optional.of(url)));
    }
    if (rendered != null) {
      String names = new String(rendered, StandardCharsets.UTF_8);
      settings = settings.withRendered(names.lines().collect(Collectors.toSet()), Set.of());
    }
    return new Linter(List.of(rule))
        .run(
            Corpus.read(files),
            facts == null ? settings : settings.withFacts(ClusterFacts.read("facts.dump", facts)));
  }

  private static RuleCase judged(Rule rule, RuleCase each) {
    List<Finding> findings = findings(rule, each);
    StringBuilder finds = new StringBuilder();
    findings.forEach(it -> finds.append(written(it, rule)));
    return new RuleCase(
        each.title(),
        each.given(),
        each.change(),
        each.targets(),
        each.text(),
        findings.isEmpty() ? RuleCase.NOTHING : finds.toString(),
        fixed(each, findings));
  }

  private static LintSettings settings(RuleCase each) {
    Map<Targets.Part, ReleaseLine> stated = new EnumMap<>(Targets.Part.class);
    for (Targets.Part part : Targets.Part.values()) {
      String written = each.targets().get(part.field());
      if (written != null) {
        stated.put(part, ReleaseLine.parse(written));
      }
    }
    if (stated.size() < each.targets().size()) {
      throw new IllegalArgumentException(each.targets().keySet() + " are not all targets");
    }
    return LintSettings.DEFAULT.withTargets(new Targets(stated));
  }

  /** Severity, verdict, place, subject and words; the hint where it is not the rule's own. */
  private static String written(Finding finding, Rule rule) {
    String verdict = finding.isProven() ? "" : " unverifiable";
    String subject = finding.subject().isEmpty() ? "" : " " + finding.subject();
    String hint =
        finding.hint().equals(rule.card().fix()) ? "" : "  hint: " + finding.hint() + "\n";
    return "%s%s %s%s: %s\n%s"
        .formatted(
            finding.severity().word(),
            verdict,
            place(finding.location()),
            subject,
            finding.message(),
            hint);
  }

  private static String place(Location at) {
    if (at.line() == 0) {
      return at.file();
    }
    String file = at.file().equals(RuleExamples.FILE) ? "" : at.file() + " ";
    return at.line() == at.endLine()
        ? "%s%d:%d-%d".formatted(file, at.line(), at.column(), at.endColumn())
        : "%s%d:%d-%d:%d".formatted(file, at.line(), at.column(), at.endLine(), at.endColumn());
  }

  /** The lines of each file that fixing changes: those before and those after. */
  private static String fixed(RuleCase each, List<Finding> findings) {
    StringBuilder all = new StringBuilder();
    Map<String, byte[]> files = RuleExamples.files(each.text());
    Map<String, String> fixed = Fixer.fix(findings).files();
    for (String name : new TreeSet<>(fixed.keySet())) {
      if (!name.equals(RuleExamples.FILE)) {
        all.append("@@ ").append(name).append('\n');
      }
      List<String> old = lines(new String(files.get(name), StandardCharsets.UTF_8));
      List<String> changed = lines(fixed.get(name));
      while (!old.isEmpty() && !changed.isEmpty() && old.getFirst().equals(changed.getFirst())) {
        old.removeFirst();
        changed.removeFirst();
      }
      while (!old.isEmpty() && !changed.isEmpty() && old.getLast().equals(changed.getLast())) {
        old.removeLast();
        changed.removeLast();
      }
      old.forEach(line -> all.append('-').append(line).append('\n'));
      changed.forEach(line -> all.append('+').append(line).append('\n'));
    }
    return all.toString();
  }

  private static List<String> lines(String text) {
    return new ArrayList<>(text.lines().toList());
  }
}
