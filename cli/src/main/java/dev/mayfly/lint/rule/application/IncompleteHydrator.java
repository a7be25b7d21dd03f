package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;

/** A source hydrator lacks what it needs. */
public final class IncompleteHydrator implements ApplicationRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    Node hydrator = application.at("spec", "sourceHydrator");
    if (hydrator == null || !Fields.isSet(hydrator)) {
      return;
    }
    if (!Fields.isSet(hydrator.at("drySource", "repoURL"))) {
      out.add(
          application.nearest("spec", "sourceHydrator", "drySource", "repoURL"),
          "`drySource.repoURL` is missing");
    }
    if (!Fields.isSet(hydrator.at("syncSource", "targetBranch"))) {
      out.add(
          application.nearest("spec", "sourceHydrator", "syncSource", "targetBranch"),
          "`syncSource.targetBranch` is missing");
    }
    Node target = hydrator.at("hydrateTo");
    if (target != null && !Fields.isSet(target.at("targetBranch"))) {
      out.add(
          application.nearest("spec", "sourceHydrator", "hydrateTo", "targetBranch"),
          "`hydrateTo.targetBranch` is missing");
    }
  }
}
