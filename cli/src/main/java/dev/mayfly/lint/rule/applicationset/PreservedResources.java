package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** What a preview deployed stays when the preview goes. */
public final class PreservedResources implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    Node preserve = set.resource().at("spec", "syncPolicy", "preserveResourcesOnDeletion");
    if (preserve != null && set.isPreview() && NodeValues.isTrue(preserve) && !hasFinalizer(set)) {
      out.add(preserve, "`preserveResourcesOnDeletion` is `true`");
    }
  }

  /** A finalizer written into the template still cascades. */
  private static boolean hasFinalizer(SetView set) {
    return set.applications().stream()
        .flatMap(it -> it.textsAt("metadata", "finalizers").stream())
        .anyMatch(it -> ArgoMetadata.cascades(it.text()));
  }
}
