package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.MissingKey;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** An option of Go templates that does not exist. */
public final class UnknownTemplateOption implements SetRule {
  private static final Pattern SPELLING =
      Pattern.compile("\\s*missing[-_ ]?keys?\\s*[=:]\\s*error\\s*");

  @Override
  public void check(SetView set, Findings out) {
    for (ScalarNode option : set.resource().textsAt("spec", "goTemplateOptions")) {
      if (MissingKey.ofOption(option.text()).isEmpty()) {
        boolean meant = SPELLING.matcher(option.text().toLowerCase(Locale.ROOT)).matches();
        out.add(
            option,
            "`goTemplateOptions` holds `" + option.text() + "`",
            meant ? Edit.replace(option.location(), "\"missingkey=error\"") : List.of());
      }
    }
  }
}
