package dev.mayfly.lint.view;

import dev.mayfly.argocd.gotemplate.FunctionCall;
import dev.mayfly.argocd.gotemplate.GoTemplate;
import dev.mayfly.argocd.gotemplate.Reference;
import dev.mayfly.argocd.gotemplate.TemplateFault;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text with Go-template actions, parsed: what it reads and calls, also inside {@code if}, {@code
 * range} and {@code with}.
 */
public record TemplateReads(ScalarNode text, List<Reference> references, List<FunctionCall> calls) {
  /** Ask whether a key is there; what is read beside them is meant to be missing at times. */
  private static final Set<String> ASKING = Set.of("hasKey", "dig");

  /** With these a missing key is no mistake, unless `missingkey=error` makes it one. */
  private static final Set<String> TOLERANT =
      Set.of("default", "coalesce", "empty", "if", "with", "range", "and", "or", "not", "ternary");

  /** Those of all texts that Go can parse and that hold an action. */
  public static List<TemplateReads> of(List<ScalarNode> texts) {
    List<TemplateReads> reads = new ArrayList<>();
    for (ScalarNode text : texts) {
      if (TemplateText.hasActions(text.text())
          && GoTemplate.parse(text.text()) instanceof GoTemplate template) {
        reads.add(new TemplateReads(text, template.references(), template.calls()));
      }
    }
    return reads;
  }

  /** Why Go cannot parse a text; empty where it can, or where that cannot be told. */
  public static Optional<TemplateFault> fault(ScalarNode text) {
    return TemplateText.hasActions(text.text())
            && GoTemplate.parse(text.text()) instanceof TemplateFault fault
            && fault.kind() == TemplateFault.Kind.MALFORMED
        ? Optional.of(fault)
        : Optional.empty();
  }

  /**
   * The parameters it needs: those it reads without asking first whether they are there.
   *
   * @param strict whether {@code missingkey=error} is set, so that a default comes too late
   */
  public List<Reference> needs(boolean strict) {
    return references.stream()
        .filter(reference -> !reference.path().isEmpty() && !isAskedFor(reference))
        .filter(reference -> strict || reference.functions().stream().noneMatch(TOLERANT::contains))
        .toList();
  }

  private boolean isAskedFor(Reference reference) {
    return calls.stream()
        .filter(call -> ASKING.contains(call.function()))
        .anyMatch(call -> call.literals().stream().anyMatch(reference.path()::contains));
  }

  /** Where in the text a reference stands, for texts of more than one line. */
  public String place(Reference reference) {
    return text.text().strip().contains("\n") ? " (line " + reference.position().line() + ")" : "";
  }
}
