package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/** Values are taken from the same repository at another revision. */
public final class RefToSameRepository implements ApplicationRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP061",
          "ref-to-same-repository",
          Severity.ERROR,
          "values are taken from the same repository at another revision",
          """
          Argo CD refuses a `$ref` into the repository of the source that uses it when the
          revisions differ, and a stale revision of something else has been synced after such a
          refusal (argo-cd #29716).
          """,
          "keep the values in the chart's own path, or in another repository",
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
            - repoURL: https://github.com/acme/shop.git
              targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567
              path: chart
              helm: {valueFiles: [$values/preview.yaml]}
            - {repoURL: https://github.com/acme/shop.git, targetRevision: main, ref: values}
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
            - repoURL: https://github.com/acme/shop.git
              targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567
              path: chart
              helm: {valueFiles: [$values/preview.yaml]}
            - {repoURL: https://github.com/acme/gitops.git, targetRevision: main, ref: values}
            syncPolicy:
              automated: {prune: true, selfHeal: true}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(ApplicationView application, Findings out) {
    List<SourceView> sources = application.sources();
    for (SourceView reference : sources) {
      String name = reference.text("ref");
      for (SourceView user : name.isEmpty() ? List.<SourceView>of() : sources) {
        if (!user.equals(reference) && uses(user, name) && user.isSameRepository(reference)) {
          boolean same = revision(user).equals(revision(reference));
          Node at = reference.at("ref") instanceof Node ref ? ref : reference.node();
          if (same) {
            out.add(
                Severity.NOTE,
                at,
                "`$" + name + "` works as long as both sources are at one commit");
          } else {
            out.add(at, "`$" + name + "` is another revision of the repository that uses it");
          }
        }
      }
    }
  }

  private static boolean uses(SourceView source, String name) {
    return Fields.scalars(source.at("helm")).stream()
        .anyMatch(it -> it.text().startsWith("$" + name + "/"));
  }

  /** What is empty means HEAD, and HEAD is one of these nearly everywhere. */
  private static String revision(SourceView source) {
    String revision = source.text("targetRevision");
    return Set.of("", "HEAD", "main", "master").contains(revision) ? "HEAD" : revision;
  }
}
