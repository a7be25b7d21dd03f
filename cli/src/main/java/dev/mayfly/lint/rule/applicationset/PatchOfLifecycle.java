package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template patch changes where or how long previews live. */
public final class PatchOfLifecycle implements SetRule {
  private static final Pattern FIELD =
      Pattern.compile("\\b(finalizers|syncPolicy|destination|sources?)\"?:");

  @Override
  public void check(SetView set, Findings out) {
    Node patch = set.resource().at("spec", "templatePatch");
    Matcher matcher = FIELD.matcher(set.patch());
    if (patch != null && set.isPreview() && matcher.find()) {
      out.add(patch, "the patch sets `" + matcher.group(1) + "`");
    }
  }
}
