package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.FunctionCall;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import java.util.List;
import java.util.Optional;

/** A template reads `.values` with a function that cannot. */
public final class DigInValues implements PullRequestSetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (TemplateReads reads : set.reads(set.templateTexts())) {
      reads.calls().stream()
          .filter(DigInValues::isOfValues)
          .findFirst()
          .ifPresent(it ->
              out.add(
                  reads.at(it.position()),
                  "`.values` is a map of texts; `get` and `dig` fail on it"));
    }
  }

  private static boolean isOfValues(FunctionCall call) {
    return switch (call.function()) {
      case "get" -> call.path().equals(Optional.of(List.of("values")));
      case "dig" -> call.literals().stream().limit(1).anyMatch("values"::equals);
      default -> false;
    };
  }
}
