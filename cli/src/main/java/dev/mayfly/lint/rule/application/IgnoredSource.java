package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;

/** `source` is ignored beside `sources`. */
public final class IgnoredSource implements ApplicationRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    Node source = application.at("spec", "source");
    if (source != null && Fields.isSet(source) && Fields.isSet(application.at("spec", "sources"))) {
      String named = Fields.text(source.at("repoURL"));
      out.add(application.nearest("spec", "source"), "`" + named + "` is not read");
    }
  }
}
