package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;

/** Two sync options exclude each other. */
public final class ReplaceAndServerSideApply implements ApplicationRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    boolean both =
        application.syncOption("Replace").filter("true"::equals).isPresent()
            && application.syncOption("ServerSideApply").filter("true"::equals).isPresent();
    if (both) {
      Fields.texts(application.at("spec", "syncPolicy", "syncOptions")).stream()
          .filter(it -> it.text().equals("Replace=true"))
          .findFirst()
          .ifPresent(it -> out.add(it, "`Replace=true` takes the place of `ServerSideApply=true`"));
    }
  }
}
