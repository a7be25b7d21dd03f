package dev.mayfly.lint.rule.application;

import dev.mayfly.argocd.SyncOption;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;

/** Two sync options exclude each other. */
public final class ReplaceAndServerSideApply implements ApplicationRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    if (application.syncOptions().isOn(SyncOption.SERVER_SIDE_APPLY)) {
      application
          .syncOptions()
          .find(SyncOption.REPLACE)
          .ifPresent(it -> out.add(it, "`Replace=true` takes the place of `ServerSideApply=true`"));
    }
  }
}
