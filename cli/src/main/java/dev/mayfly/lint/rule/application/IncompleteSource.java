package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.NodeValues;

/** A source lacks what Argo CD needs to read it. */
public final class IncompleteSource implements UnchangedRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    if (application.set() != null && !application.set().patch().isEmpty()) {
      return;
    }
    if (lacksAll(application)) {
      out.add(
          application.nearest("spec", "source"), "neither `source` nor `sources` names anything");
    }
    boolean several = application.hasSeveralSources();
    for (SourceView source : application.sources()) {
      if (NodeValues.isEmpty(source.at("repoURL"))) {
        out.add(source.node(), "`repoURL` is empty");
      } else if (!several && !source.isRendered()) {
        out.add(
            source.place(),
            "`%s` is named without `path` or `chart`".formatted(source.repository()));
      } else if (!source.isRendered() && source.textOrEmpty("ref").isEmpty()) {
        out.add(
            source.place(),
            "`%s` is named without `path`, `chart` or `ref`".formatted(source.repository()));
      } else if (!source.textOrEmpty("chart").isEmpty()
          && source.textOrEmpty("targetRevision").isEmpty()) {
        out.add(
            source.place(),
            "the chart `" + source.textOrEmpty("chart") + "` has no `targetRevision`");
      }
    }
  }

  /** Without a project and a destination it is a part of an Application, whatever it says. */
  private static boolean lacksAll(ApplicationView application) {
    return NodeValues.isSet(application.at("spec", "project"))
        && NodeValues.isSet(application.at("spec", "destination"))
        && !NodeValues.isSet(application.at("spec", "source"))
        && !NodeValues.isSet(application.at("spec", "sources"))
        && !NodeValues.isSet(application.at("spec", "sourceHydrator"));
  }
}
