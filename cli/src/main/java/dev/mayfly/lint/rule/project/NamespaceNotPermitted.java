package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.ProjectPermission;
import dev.mayfly.argocd.ProjectVerdict;
import dev.mayfly.argocd.SyncOption;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.SamplePullRequest;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.Optional;

/** `CreateNamespace=true` is not permitted by the project. */
public final class NamespaceNotPermitted implements BoundRule {
  @Override
  public void check(
      Corpus corpus, ApplicationView application, ProjectPermission project, Findings out) {
    String written = application.namespace();
    Optional<String> namespace = application.filled(written, SamplePullRequest.SAMPLE);
    boolean made =
        TemplateText.hasActions(written)
            || PreviewScope.isPreviewName(written)
            || application.at("spec", "syncPolicy", "managedNamespaceMetadata") != null;
    ScalarNode option = application.syncOptions().find(SyncOption.CREATE_NAMESPACE).orElse(null);
    if (option != null
        && project.clusterKind("", "Namespace", namespace)
            instanceof ProjectVerdict.Denied denied) {
      String reason = "project `" + project.name() + "`: " + denied.reason();
      // A namespace that is there already is left alone (controller/sync_namespace.go).
      out.addIf(made, option, reason, "this fails unless `" + written + "` exists already");
    }
  }
}
