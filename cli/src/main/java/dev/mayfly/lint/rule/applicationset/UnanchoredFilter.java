package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;

/** A branch filter matches more than it seems to. */
public final class UnanchoredFilter implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.pullRequests()) {
      for (MapNode filter : Fields.maps(generator.body().get("filters"))) {
        Node pattern = filter.get("targetBranchMatch");
        String text = Fields.text(pattern);
        if (pattern != null
            && !text.isEmpty()
            && !TemplateText.isTemplated(text)
            && !isAnchored(text)) {
          out.add(pattern, "`" + text + "` also matches longer branch names");
        }
      }
    }
  }

  /**
   * Open ends that are written out (`.*`) are meant. Alternatives outside brackets each have ends.
   */
  private static boolean isAnchored(String pattern) {
    List<String> alternatives =
        pattern.contains("(") ? List.of(pattern) : List.of(pattern.split("[|]"));
    return alternatives.stream().allMatch(UnanchoredFilter::hasEnds);
  }

  private static boolean hasEnds(String pattern) {
    return (pattern.startsWith("^") || pattern.startsWith(".*") || pattern.startsWith("(^"))
        && (pattern.endsWith("$") || pattern.endsWith(".*") || pattern.endsWith(".+"));
  }
}
