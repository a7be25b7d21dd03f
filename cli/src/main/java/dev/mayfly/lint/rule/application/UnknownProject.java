package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** An Application names a project that is not here. */
public final class UnknownProject implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP090",
          "unknown-project",
          Severity.NOTE,
          "an Application names a project that is not here",
          """
          Argo CD reports InvalidSpecError for an Application whose project does not exist, and
          a generated one is skipped.
          """,
          "create the AppProject, or correct the name",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata:
            name: shop-pr-17
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: pr-17-shop}
            sources:
            - {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567}
            - {repoURL: https://github.com/acme/gitops.git, path: previews/shop/pr-17, targetRevision: main}
            syncPolicy:
              automated: {prune: true, selfHeal: true}
          ---
          apiVersion: argoproj.io/v1alpha1
          kind: AppProject
          metadata: {name: preview, namespace: argocd}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata:
            name: shop-pr-17
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: pr-17-shop}
            sources:
            - {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567}
            - {repoURL: https://github.com/acme/gitops.git, path: previews/shop/pr-17, targetRevision: main}
            syncPolicy:
              automated: {prune: true, selfHeal: true}
          ---
          apiVersion: argoproj.io/v1alpha1
          kind: AppProject
          metadata: {name: previews, namespace: argocd}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    Set<String> known = new TreeSet<>();
    corpus.of(GroupKind.PROJECT).forEach(project -> known.add(project.name()));
    if (known.isEmpty()) {
      return;
    }
    for (Resource resource : corpus.resources()) {
      for (ApplicationView application : ApplicationView.of(resource)) {
        Node project = application.at("spec", "project");
        String name = Fields.text(project);
        boolean fixed =
            !name.isEmpty() && !TemplateText.isTemplated(name) && !name.equals("default");
        if (project == null || !fixed || known.contains(name)) {
          continue;
        }
        out.about(resource);
        out.unverifiable(
            project,
            "no AppProject `" + name + "` is here" + meant(NearMiss.of(name, known)),
            "lint the folder that holds it as well");
      }
    }
  }

  private static String meant(List<String> near) {
    return near.isEmpty() ? "" : "; did you mean `" + String.join("` or `", near) + "`?";
  }
}
