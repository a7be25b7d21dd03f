package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Optional;

/** A template takes a label by its position. */
public final class IndexOfLabels implements SetRule {
  private static final Optional<List<String>> LABELS = Optional.of(List.of("labels"));

  /** Where a label is asked for, every pull request that comes has one. */
  private static boolean hasLabel(Generator generator) {
    return generator.providers().stream()
        .limit(1)
        .anyMatch(it -> NodeValues.isSet(it.value().at("labels")));
  }

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().stream().allMatch(IndexOfLabels::hasLabel)) {
      return;
    }
    for (TemplateReads reads : set.reads(set.allTexts())) {
      boolean asked =
          reads.references().stream()
              .anyMatch(it -> Optional.of(it.path()).equals(LABELS) && it.passes("if"));
      if (!asked) {
        reads.calls().stream()
            .filter(it -> it.function().equals("index") && it.path().equals(LABELS))
            .findFirst()
            .ifPresent(it ->
                out.add(
                    reads.at(it.position()),
                    "`index .labels` fails for a pull request without labels"));
      }
    }
  }
}
