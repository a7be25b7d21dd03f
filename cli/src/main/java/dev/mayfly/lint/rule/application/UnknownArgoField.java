package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ArgoFields;
import java.util.Set;

/** An Application or AppProject has a field that does not exist. */
public final class UnknownArgoField implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP093",
          "unknown-argo-field",
          Severity.ERROR,
          "an Application or AppProject has a field that does not exist",
          """
          A strict client, Argo CD's own sync among them, refuses the object; the API server drops
          the field without a word. What was asked for never happens: `selfheal` heals nothing.
          """,
          "correct the name, or take the field out",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata: {name: shop, namespace: argocd}
          spec:
            project: shop
            destination: {server: https://kubernetes.default.svc, namespace: shop}
            source: {repoURL: https://github.com/acme/gitops.git, path: shop, targetRevision: main}
            syncPolicy: {automated: {prune: true, selfheal: true}}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata: {name: shop, namespace: argocd}
          spec:
            project: shop
            destination: {server: https://kubernetes.default.svc, namespace: shop}
            source: {repoURL: https://github.com/acme/gitops.git, path: shop, targetRevision: main}
            syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.APPLICATION, GroupKind.PROJECT);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (ArgoFields.Unknown unknown : ArgoFields.unknown(resource)) {
      String name = unknown.key().text();
      out.add(
          unknown.key(),
          "`%s` is no field here; %s".formatted(name, NearMiss.hint(name, unknown.allowed())));
    }
  }
}
