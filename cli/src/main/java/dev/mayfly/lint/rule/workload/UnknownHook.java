package dev.mayfly.lint.rule.workload;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.Set;
import java.util.TreeSet;

/** A hook that Argo CD does not know. */
public final class UnknownHook implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP085",
          "unknown-hook",
          Severity.ERROR,
          "a hook that Argo CD does not know",
          """
          An object whose hook is misspelt is no hook: it is applied with everything else, at
          every sync. PreDelete exists from Argo CD 3.3.
          """,
          "use PreSync, Sync, PostSync, SyncFail, PreDelete, PostDelete or Skip",
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: shop, namespace: pr-17-shop, annotations: {argocd.argoproj.io/hook: Presync}}
          spec:
            selector: {matchLabels: {app: shop}}
            template:
              metadata: {labels: {app: shop}}
              spec:
                containers:
                - name: shop
                  image: ghcr.io/acme/shop@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
                  env: [{name: REPLICAS, value: "2"}]
          """,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            selector: {matchLabels: {app: shop}}
            template:
              metadata: {labels: {app: shop}}
              spec:
                containers:
                - name: shop
                  image: ghcr.io/acme/shop@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
                  env: [{name: REPLICAS, value: "2"}]
          """);

  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of("PreSync", "Sync", "PostSync", "SyncFail", "PreDelete", "PostDelete", "Skip"));

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node hook = resource.at("metadata", "annotations", "argocd.argoproj.io/hook");
    for (String name : Fields.text(hook).split(",", -1)) {
      if (hook != null && !KNOWN.contains(name.strip()) && !TemplateText.isTemplated(name)) {
        out.add(hook, "`" + name.strip() + "` is no hook; " + NearMiss.hint(name.strip(), KNOWN));
      } else if (hook != null
          && name.strip().equals("PreDelete")
          && !out.targets().argocd().isAtLeast(3, 3)) {
        out.add(hook, "`PreDelete` exists from Argo CD 3.3");
      }
    }
  }
}
