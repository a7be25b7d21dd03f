package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.ProjectPermission;
import dev.mayfly.argocd.ProjectVerdict;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/**
 * An Application lies in a namespace from which its project takes none (Argo CD v3.5.1, {@code
 * AppProject.IsAppNamespacePermitted}); a project lies in Argo CD's own.
 */
public final class SourceNamespaceNotPermitted implements BoundRule {
  @Override
  public void check(
      Corpus corpus, ApplicationView application, ProjectPermission project, Findings out) {
    Node namespace = application.resource().at("metadata", "namespace");
    String own = project.project().textOrEmpty("metadata", "namespace");
    if (namespace == null
        || own.isEmpty()
        || TemplateText.isTemplated(NodeValues.text(namespace) + own)
        || corpus.mayChange(application.resource(), "namespace")) {
      return;
    }
    switch (project.sourceNamespace(NodeValues.text(namespace), own)) {
      case ProjectVerdict.Denied denied ->
          out.add(namespace, "project `" + project.name() + "`: " + denied.reason());
      case ProjectVerdict.Unverifiable open ->
          out.unverifiable(namespace, open.reason(), "write a glob instead");
      case ProjectVerdict.Permitted ignored -> {}
    }
  }
}
