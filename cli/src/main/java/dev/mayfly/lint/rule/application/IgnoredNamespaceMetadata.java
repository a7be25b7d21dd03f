package dev.mayfly.lint.rule.application;

import dev.mayfly.argocd.SyncOption;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.yaml.NodeValues;

/** Metadata for a namespace that is not created. */
public final class IgnoredNamespaceMetadata implements ApplicationRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    boolean given =
        NodeValues.isSet(application.at("spec", "syncPolicy", "managedNamespaceMetadata"));
    boolean created = application.syncOptions().isOn(SyncOption.CREATE_NAMESPACE);
    if (given && !created && !application.isPatched("syncOptions")) {
      out.add(
          application.nearest("spec", "syncPolicy", "managedNamespaceMetadata"),
          "`managedNamespaceMetadata` has no effect without `CreateNamespace=true`");
    }
  }
}
