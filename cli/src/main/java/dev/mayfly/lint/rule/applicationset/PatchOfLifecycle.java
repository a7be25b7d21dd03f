package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.TemplatePosition;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TextPlace;
import dev.mayfly.yaml.ScalarNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template patch changes where or how long previews live. */
public final class PatchOfLifecycle implements SetRule {
  private static final Pattern FIELD =
      Pattern.compile("\\b(finalizers|syncPolicy|destination|sources?)\"?:");

  @Override
  public void check(SetView set, Findings out) {
    Matcher matcher = FIELD.matcher(set.patch());
    if (set.resource().at("spec", "templatePatch") instanceof ScalarNode patch
        && set.isPreview()
        && matcher.find()) {
      TemplatePosition at = TemplatePosition.of(patch.text(), matcher.start(1));
      out.add(TextPlace.of(patch, at), "the patch sets `" + matcher.group(1) + "`");
    }
  }
}
