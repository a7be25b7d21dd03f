package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.GeneratorKind;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** Every open pull request gets a preview. */
public final class UngatedPullRequests implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    set.generators().forEach(generator -> check(generator, out));
  }

  /** A selector beside a matrix looks at all parameters of its elements. */
  private static void check(Generator outer, Findings out) {
    if (selectsAuthor(outer)) {
      return;
    }
    outer.children().forEach(child -> check(child, out));
    for (Generator generator : outer.is("pullRequest") ? List.of(outer) : List.<Generator>of()) {
      if (generator.providers().isEmpty()) {
        continue;
      }
      MapNode.Entry provider = generator.providers().getFirst();
      boolean labelled =
          provider.value() instanceof MapNode body && NodeValues.isSet(body.get("labels"));
      if (!labelled) {
        boolean capable = GeneratorKind.FORGES_WITH_LABELS.contains(provider.key().text());
        out.add(
            provider.key(),
            capable
                ? "`" + provider.key().text() + "` has no `labels`"
                : "`"
                    + provider.key().text()
                    + "` cannot filter by label and no author is selected");
      }
    }
  }

  /** A selector beside the generator works on flattened parameters, so on the author too. */
  private static boolean selectsAuthor(Generator generator) {
    return NodeValues.scalars(generator.entry().get("selector")).stream()
        .anyMatch(it -> it.text().equals("author"));
  }
}
