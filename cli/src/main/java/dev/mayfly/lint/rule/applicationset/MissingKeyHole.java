package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.FunctionCall;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A function reads a key past `missingkey=error`. */
public final class MissingKeyHole implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (TemplateReads reads : set.reads(set.templateTexts())) {
      Set<String> told = new HashSet<>();
      for (FunctionCall call : reads.calls()) {
        hole(call)
            .filter(told::add)
            .ifPresent(it ->
                out.add(
                    reads.at(call.position()),
                    "`" + it + "` does not fail when the key is missing"));
      }
    }
  }

  /** The call as a template writes it, where it reads the parameters, or their values. */
  private static Optional<String> hole(FunctionCall call) {
    List<String> path = call.path().orElse(List.of("?"));
    boolean open =
        switch (call.function()) {
          case "index" -> path.isEmpty() || path.equals(List.of("values"));
          case "get", "pick" -> path.isEmpty();
          default -> false;
        };
    if (call.function().equals("pluck")) {
      return Optional.of("pluck");
    }
    return open ? Optional.of(call.function() + " ." + String.join(".", path)) : Optional.empty();
  }
}
