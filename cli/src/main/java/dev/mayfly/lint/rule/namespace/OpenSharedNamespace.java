package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;

/** A preview's policy applies to everything in a shared namespace. */
public final class OpenSharedNamespace implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS012",
          "open-shared-namespace",
          Severity.ERROR,
          "a preview's policy applies to everything in a shared namespace",
          """
          In a namespace that a preview shares with others an empty `podSelector` cuts off, or
          opens, the pods of production next door.
          """,
          "select the preview's own pods",
          """
          # file: previews/shop/pr-17/deny.yaml
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: default-deny, namespace: shop}
          spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
          """,
          """
          # file: previews/shop/pr-17/deny.yaml
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: default-deny, namespace: pr-17-shop}
          spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource policy : corpus.of(GroupKind.NETWORK_POLICY)) {
      Node selector = policy.at("spec", "podSelector");
      boolean shared =
          PreviewScope.overlay(policy).isPresent()
              && !policy.namespace().isEmpty()
              && PreviewScope.numberIn(policy.namespace()).isEmpty()
              && !PreviewScope.isOwnNamespace(policy, policy.namespace());
      if (shared
          && selector != null
          && !Fields.isSet(selector)
          && !corpus.mayChange(policy, "namespace")) {
        out.about(policy).add(selector, "this selects every pod of `" + policy.namespace() + "`");
      }
    }
  }
}
