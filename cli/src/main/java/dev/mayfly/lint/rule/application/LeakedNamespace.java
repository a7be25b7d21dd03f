package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.PreviewSources;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** The namespace outlives the preview. */
public final class LeakedNamespace implements CorpusRule {
  private static final String TRACKING_ID = "argocd.argoproj.io/tracking-id";

  @Override
  public void check(Corpus corpus, Findings out) {
    PreviewSources sources = new PreviewSources(corpus);
    for (GroupKind kind : List.of(GroupKind.APPLICATION, GroupKind.APPLICATION_SET)) {
      for (Resource resource : corpus.of(kind)) {
        ApplicationView.of(resource).stream()
            .filter(ApplicationView::isPreview)
            // With the Namespace among the objects Argo CD does not create it by itself.
            .filter(application -> !sources.bringsNamespace(application))
            .forEach(application -> check(application, out.about(resource)));
      }
    }
  }

  private static void check(ApplicationView application, Findings out) {
    Node tracking =
        application.at(
            "spec", "syncPolicy", "managedNamespaceMetadata", "annotations", TRACKING_ID);
    String namespace = application.text("spec", "destination", "namespace");
    boolean own = TemplateText.hasActions(namespace) || PreviewScope.isPreviewName(namespace);
    if (tracking == null && own) {
      for (ScalarNode option : Fields.texts(application.at("spec", "syncPolicy", "syncOptions"))) {
        if (option.text().equals("CreateNamespace=true")) {
          out.add(option, "Argo CD creates this namespace and never deletes it");
        }
      }
    }
  }
}
