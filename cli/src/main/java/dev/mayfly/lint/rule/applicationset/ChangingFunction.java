package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.FunctionCall;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A template gives another result at every reconcile. */
public final class ChangingFunction implements SetRule {
  private static final Pattern FUNCTION =
      Pattern.compile(
          "now|ago|uuidv4|rand[A-Z]\\w*|shuffle|bcrypt|htpasswd"
              + "|gen(?:CA|CAWithKey|PrivateKey|SelfSignedCert|SignedCert)\\w*");

  @Override
  public void check(SetView set, Findings out) {
    for (TemplateReads reads : set.reads(set.allTexts())) {
      Set<String> told = new HashSet<>();
      for (FunctionCall call : reads.calls()) {
        String function = call.function();
        if (FUNCTION.matcher(function).matches() && told.add(function)) {
          out.add(reads.at(call.position()), "`" + function + "` gives another value each time");
        }
      }
    }
  }
}
