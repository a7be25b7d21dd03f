package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A preview is deployed into a namespace of the cluster itself. */
public final class SystemNamespace implements PreviewRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS032",
          "system-namespace",
          Severity.ERROR,
          "a preview is deployed into a namespace of the cluster itself",
          """
          Whatever the pull request brings is created beside the components that run the
          cluster or Argo CD, and can replace them.
          """,
          "deploy previews into namespaces of their own",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata:
            name: shop-pr-17
            namespace: argocd
            finalizers: [resources-finalizer.argocd.argoproj.io]
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: kube-system}
            sources:
            - {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567}
            - {repoURL: https://github.com/acme/gitops.git, path: previews/shop/pr-17, targetRevision: main}
            syncPolicy:
              automated: {prune: true, selfHeal: true}
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
          """);

  private static final Set<String> SYSTEM =
      Set.of("kube-system", "kube-public", "kube-node-lease", "argocd", "cnpg-system");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(ApplicationView application, Findings out) {
    Node namespace = application.at("spec", "destination", "namespace");
    String text = Fields.text(namespace);
    if (namespace != null && (SYSTEM.contains(text) || isArgo(application, text))) {
      out.add(namespace, "`" + text + "` is not for previews");
    } else if (namespace != null && text.equals("default")) {
      out.add(Severity.WARNING, namespace, "`default` is nobody's and everybody's");
    }
  }

  /** Beside the Applications themselves a preview can write Applications of any project. */
  private static boolean isArgo(ApplicationView application, String namespace) {
    return namespace.startsWith("argo") && namespace.equals(application.resource().namespace());
  }
}
