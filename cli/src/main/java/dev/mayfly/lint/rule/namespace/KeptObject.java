package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** An object of a preview is kept when the preview goes. */
public final class KeptObject implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS011",
          "kept-object",
          Severity.ERROR,
          "an object of a preview is kept when the preview goes",
          """
          `Delete=false`, `Prune=false` and `helm.sh/resource-policy: keep` leave the object
          behind; `confirm` waits for a person.
          """,
          "take the annotation out",
          """
          apiVersion: v1
          kind: ResourceQuota
          metadata: {name: preview, namespace: pr-17-shop, annotations: {argocd.argoproj.io/sync-options: Prune=false}}
          spec: {hard: {requests.memory: 3Gi, limits.memory: 6Gi}}
          """,
          """
          apiVersion: v1
          kind: ResourceQuota
          metadata: {name: preview, namespace: pr-17-shop}
          spec: {hard: {requests.memory: 3Gi, limits.memory: 6Gi}}
          """);

  private static final Set<String> LEAKING =
      Set.of("Delete=false", "Delete=confirm", "Prune=false", "Prune=confirm");

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
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    Node options = resource.at("metadata", "annotations", "argocd.argoproj.io/sync-options");
    for (String option : Fields.text(options).split(",", -1)) {
      if (options != null && LEAKING.contains(option.strip())) {
        out.add(options, "`" + option.strip() + "` keeps the object");
      }
    }
    Node policy = resource.at("metadata", "annotations", "helm.sh/resource-policy");
    if (policy != null && Fields.text(policy).equals("keep")) {
      out.add(policy, "`keep` keeps the object");
    }
  }
}
