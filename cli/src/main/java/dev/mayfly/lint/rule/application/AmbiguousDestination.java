package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A destination names its cluster twice, or not at all. */
public final class AmbiguousDestination implements UnchangedRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    Node destination = application.at("spec", "destination");
    if (!(destination instanceof MapNode) || application.isPatched("destination")) {
      return;
    }
    boolean server = NodeValues.isSet(application.at("spec", "destination", "server"));
    boolean name = NodeValues.isSet(application.at("spec", "destination", "name"));
    if (server && name) {
      Node at = application.at("spec", "destination", "name");
      out.add(at == null ? destination : at, "it has `server` and `name`");
    } else if (!server && !name) {
      out.add(application.nearest("spec", "destination"), "it has neither `server` nor `name`");
    }
  }
}
