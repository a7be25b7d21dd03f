package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.Destination;
import dev.mayfly.argocd.ProjectPermission;
import dev.mayfly.argocd.ProjectVerdict;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SamplePullRequest;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/** An Application goes where its project does not permit. */
public final class DestinationNotPermitted implements BoundRule {
  @Override
  public void check(
      Corpus corpus, ApplicationView application, ProjectPermission project, Findings out) {
    Node at = application.nearest("spec", "destination", "namespace");
    Optional<String> namespace =
        application.filled(application.namespace(), SamplePullRequest.SAMPLE);
    String server = application.textOrEmpty("spec", "destination", "server");
    String name = application.textOrEmpty("spec", "destination", "name");
    boolean fixed = server.isEmpty() != name.isEmpty() && !TemplateText.isTemplated(server + name);
    if (namespace.isEmpty() || !fixed || application.isPatched("destination")) {
      return;
    }
    switch (project.destination(Destination.of(server, name, namespace.get()))) {
      case ProjectVerdict.Denied denied ->
          out.add(at, "project `" + project.name() + "`: " + denied.reason());
      case ProjectVerdict.Unverifiable open ->
          out.unverifiable(
              at, open.reason(), "write both the server and the name into the project");
      case ProjectVerdict.Permitted ignored -> {}
    }
  }
}
