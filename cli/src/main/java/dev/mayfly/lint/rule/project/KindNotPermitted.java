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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An overlay holds a kind that its project does not permit. */
public final class KindNotPermitted implements BoundRule {
  @Override
  public void check(
      Corpus corpus, ApplicationView application, ProjectPermission project, Findings out) {
    Map<GroupKind, ProjectVerdict> verdicts = new HashMap<>();
    application.sources().stream()
        .flatMap(source -> SourcePaths.of(corpus, application, source).stream())
        .distinct()
        .filter(PreviewScope::isPreviewFolder)
        .flatMap(folder -> corpus.inDirectory(folder).stream())
        .filter(it -> !it.isLocal())
        .forEach(it -> {
          if (it.is(GroupKind.NAMESPACE)) {
            check(it, project.clusterKind("", "Namespace", Optional.of(it.name())), project, out);
          } else if (isNamespaced(it)) {
            // A thousand previews hold a dozen kinds.
            ProjectVerdict verdict =
                verdicts.computeIfAbsent(
                    it.type(), type -> project.namespacedKind(type.group(), type.kind()));
            check(it, verdict, project, out);
          }
        });
  }

  /** A Namespace of another group, such as Azure's for queues, lies in one as other objects do. */
  private static boolean isNamespaced(Resource object) {
    return !ClusterScoped.isKnown(object.kind()) || object.kind().equals("Namespace");
  }

  private static void check(
      Resource object, ProjectVerdict verdict, ProjectPermission project, Findings out) {
    if (verdict instanceof ProjectVerdict.Denied denied) {
      out.about(object)
          .add(object.nearest("kind"), "project `" + project.name() + "`: " + denied.reason());
    }
  }
}
