package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** `source` is ignored beside `sources`. */
public final class IgnoredSource implements ApplicationRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    Node source = application.at("spec", "source");
    if (source != null
        && NodeValues.isSet(source)
        && NodeValues.isSet(application.at("spec", "sources"))) {
      String named = source.textOrEmpty("repoURL");
      out.add(application.nearest("spec", "source"), "`" + named + "` is not read");
    }
  }
}
