package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template gives another result at every reconcile. */
public final class ChangingFunction implements SetRule {
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?<![\\w.$\"])(?:now|ago|uuidv4|rand[A-Z]\\w*|shuffle|bcrypt|htpasswd"
              + "|gen(?:CA|CAWithKey|PrivateKey|SelfSignedCert|SignedCert)\\w*)(?!\\w)");

  @Override
  public void check(SetView set, Findings out) {
    List<ScalarNode> texts = new ArrayList<>(set.templateTexts());
    texts.addAll(Fields.scalars(set.resource().at("spec", "templatePatch")));
    for (ScalarNode text : set.isGoTemplate() ? texts : List.<ScalarNode>of()) {
      for (String action : TemplateText.actions(text.text())) {
        Matcher matcher = FUNCTION.matcher(action);
        if (matcher.find()) {
          out.add(text, "`" + matcher.group() + "` gives another value each time");
        }
      }
    }
  }
}
