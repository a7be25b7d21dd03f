package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** Closed and merged merge requests keep their preview. */
public final class ClosedMergeRequests implements ProviderRule {
  @Override
  public void check(Generator generator, ScalarNode forge, MapNode body, Findings out) {
    Node state = body.get("pullRequestState");
    String text = NodeValues.text(state);
    if (forge.text().equals("gitlab")
        && !text.equals("opened")
        && !TemplateText.isTemplated(text)) {
      out.add(
          state == null ? forge : state,
          state == null
              ? "`pullRequestState` is not set"
              : "`pullRequestState` is `" + text + "`, not `opened`",
          state == null ? Edit.addEntry(body, "pullRequestState: opened") : List.of());
    }
  }
}
