package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.NodeValues;

/**
 * The template of an ApplicationSet has no name. The API server refuses what is made of it, and
 * until 3.6 the reconcile ends there (Argo CD v3.5.1, {@code createOrUpdateInCluster}).
 */
public final class NamelessApplication implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (ApplicationView application : set.applications()) {
      boolean template =
          NodeValues.isSet(application.base()) || NodeValues.isSet(application.own());
      // A template without metadata is refused before anybody looks for a name.
      if (template
          && application.at("metadata") != null
          && !NodeValues.isSet(application.at("metadata", "name"))
          && !application.isPatched("name")) {
        out.add(application.nearest("metadata", "name"), "the template has no `metadata.name`");
      }
    }
  }
}
