package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.FunctionCall;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import java.util.List;
import java.util.Set;

/**
 * A template puts a map into itself. Go follows such a map until its stack is full, which no
 * program survives (dario.cat/mergo v1.0.2 {@code deepMerge}, Masterminds/sprig v3.3.0 {@code
 * dict.go}).
 */
public final class MapIntoItself implements SetRule {
  private static final Set<String> MERGING =
      Set.of("merge", "mustMerge", "mergeOverwrite", "mustMergeOverwrite");

  @Override
  public void check(SetView set, Findings out) {
    for (TemplateReads reads : set.reads(set.allTexts())) {
      for (FunctionCall call : reads.calls()) {
        call.path()
            .filter(into -> call.others().stream().anyMatch(it -> isInside(call, into, it)))
            .ifPresent(into -> report(call, into, reads, out));
      }
    }
  }

  /** A merge of a map with itself changes nothing; to set one in itself is enough. */
  private static boolean isInside(FunctionCall call, List<String> into, List<String> from) {
    boolean holds = from.size() <= into.size() && into.subList(0, from.size()).equals(from);
    return holds
        && (MERGING.contains(call.function())
            ? from.size() < into.size()
            : call.function().equals("set"));
  }

  private static void report(
      FunctionCall call, List<String> into, TemplateReads reads, Findings out) {
    String function = call.function();
    out.add(
        reads.at(call.position()),
        into.isEmpty()
            ? "`" + function + "` gives the map of all parameters itself"
            : "`%s` gives `.%s` what holds it".formatted(function, String.join(".", into)));
  }
}
