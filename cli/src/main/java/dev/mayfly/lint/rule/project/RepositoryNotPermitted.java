package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.ProjectPermission;
import dev.mayfly.argocd.ProjectVerdict;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** An Application reads a repository that its project does not permit. */
public final class RepositoryNotPermitted implements BoundRule {
  @Override
  public void check(
      Corpus corpus, ApplicationView application, ProjectPermission project, Findings out) {
    for (SourceView source : application.sources()) {
      Node url = source.at("repoURL");
      boolean fixed = NodeValues.isSet(url) && !TemplateText.isTemplated(NodeValues.text(url));
      if (url != null
          && fixed
          && project.source(NodeValues.text(url)) instanceof ProjectVerdict.Denied denied) {
        out.add(url, "project `" + project.name() + "`: " + denied.reason());
      }
    }
  }
}
