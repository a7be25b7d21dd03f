package dev.mayfly.report;

import dev.mayfly.admission.Verdict;
import dev.mayfly.event.Markdown;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;

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
      Tree.Mapping fields =
          new Tree.Mapping()
              .put("gate", finding.gate())
              .put("outcome", word(finding))
              .put("reason", finding.answer().reason());
      gates.add(fields);
    }
    Tree.Mapping root =
        new Tree.Mapping()
            .put("version", 1)
            .put("app", verdict.candidate().id().app())
            .put("number", verdict.candidate().id().number().value())
            .put("admitted", verdict.admitted())
            .put("gates", gates);
    return JsonWriter.pretty(root);
  }

  /** Reasons hold names of branches, labels and people, cleaned when they arose. */
  public static String markdown(Verdict verdict) {
    StringBuilder text = new StringBuilder("**" + headline(verdict) + "**\n\n");
    text.append("| gate | outcome | reason |\n|---|---|---|\n");
    for (Verdict.Finding finding : verdict.findings()) {
      String reason = Markdown.cell(finding.answer().reason());
      text.append(Markdown.row(finding.gate(), word(finding), reason));
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
