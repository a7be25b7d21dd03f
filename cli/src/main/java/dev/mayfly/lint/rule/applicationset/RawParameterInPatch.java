package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Free text enters a template patch as it is. */
public final class RawParameterInPatch implements SetRule {
  private static final Pattern REFERENCE =
      Pattern.compile("\\.(title|branch|target_branch|author|labels)\\b");

  /** Decisions print nothing. */
  private static final Pattern TEST = Pattern.compile("^\\s*(if|else|with|range|end)\\b");

  @Override
  public void check(SetView set, Findings out) {
    Node patch = set.resource().at("spec", "templatePatch");
    if (patch == null || set.pullRequests().isEmpty()) {
      return;
    }
    for (String action : TemplateText.actions(set.patch())) {
      Matcher matcher = REFERENCE.matcher(action);
      boolean test = TEST.matcher(action).find();
      if (matcher.find() && !test && !action.contains("toJson")) {
        out.add(patch, "`" + matcher.group(1) + "` is written without `toJson`");
      }
    }
  }
}
