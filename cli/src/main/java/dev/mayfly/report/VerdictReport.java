package dev.mayfly.report;

import dev.mayfly.admission.Verdict;
import dev.mayfly.event.Markdown;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every gate said, for people, scripts and pull requests. */
public final class VerdictReport {
  private VerdictReport() {}

  public static String text(Verdict verdict) {
    StringBuilder text = new StringBuilder(headline(verdict)).append('\n');
    for (Verdict.Finding finding : verdict.findings()) {
      text.append("  ").append(word(finding));
      text.append(" ".repeat(9 - word(finding).length()));
      text.append(finding.gate()).append(": ").append(finding.answer().reason()).append('\n');
    }
    return text.toString();
  }

  public static String json(Verdict verdict) {
    List<Tree> gates = new ArrayList<>();
    for (Verdict.Finding finding : verdict.findings()) {
      Map<String, Tree> fields = new LinkedHashMap<>();
      fields.put("gate", new Tree.Text(finding.gate()));
      fields.put("outcome", new Tree.Text(word(finding)));
      fields.put("reason", new Tree.Text(finding.answer().reason()));
      gates.add(new Tree.Mapping(fields));
    }
    Map<String, Tree> root = new LinkedHashMap<>();
    root.put("version", new Tree.Number(1));
    root.put("app", new Tree.Text(verdict.candidate().id().app()));
    root.put("number", new Tree.Number(verdict.candidate().id().number().value()));
    root.put("admitted", new Tree.Bool(verdict.admitted()));
    root.put("gates", new Tree.Sequence(gates));
    return JsonWriter.pretty(new Tree.Mapping(root));
  }

  /** Reasons hold names of branches, labels and people, cleaned when they arose. */
  public static String markdown(Verdict verdict) {
    StringBuilder text = new StringBuilder("**" + headline(verdict) + "**\n\n");
    text.append("| gate | outcome | reason |\n|---|---|---|\n");
    for (Verdict.Finding finding : verdict.findings()) {
      text.append("| ").append(finding.gate()).append(" | ").append(word(finding));
      text.append(" | ").append(Markdown.cell(finding.answer().reason())).append(" |\n");
    }
    return text.toString();
  }

  private static String headline(Verdict verdict) {
    return verdict.candidate().id()
        + (verdict.admitted() ? " may have a preview" : " may not have a preview");
  }

  private static String word(Verdict.Finding finding) {
    return Verdict.word(finding.answer().outcome());
  }
}
