package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.ProjectPermission;
import dev.mayfly.argocd.ProjectVerdict;
import dev.mayfly.kubernetes.ClusterScoped;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.SourcePaths;
import java.util.Optional;

/** An overlay holds a kind that its project does not permit. */
public final class KindNotPermitted implements BoundRule {
  @Override
  public void check(
      Corpus corpus, ApplicationView application, ProjectPermission project, Findings out) {
    application.sources().stream()
        .flatMap(source -> SourcePaths.of(corpus, application, source).stream())
        .distinct()
        .flatMap(folder -> corpus.inDirectory(folder).stream())
        .filter(it -> PreviewScope.overlay(it).isPresent())
        .forEach(it -> check(it, project, out));
  }

  private static void check(Resource object, ProjectPermission project, Findings out) {
    if (object.isLocal()
        || ClusterScoped.isKnown(object.kind()) && !object.kind().equals("Namespace")) {
      return;
    }
    ProjectVerdict verdict =
        object.is(GroupKind.NAMESPACE)
            ? project.clusterKind("", "Namespace", Optional.of(object.name()))
            : project.namespacedKind(object.type().group(), object.kind());
    if (verdict instanceof ProjectVerdict.Denied denied) {
      out.about(object)
          .add(object.nearest("kind"), "project `" + project.name() + "`: " + denied.reason());
    }
  }
}
