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

/** A preview's namespace does not enforce pod security. */
public final class NoPodSecurity implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS002",
          "no-pod-security",
          Severity.ERROR,
          "a preview's namespace does not enforce pod security",
          """
          Without the label any pod may run as root, mount the node's disk or use its network:
          a pull request becomes the node.
          """,
          "label it `pod-security.kubernetes.io/enforce: restricted`",
          """
          apiVersion: v1
          kind: Namespace
          metadata:
            name: pr-17-shop
            annotations: {argocd.argoproj.io/sync-wave: "-10"}
          """,
          """
          apiVersion: v1
          kind: Namespace
          metadata:
            name: pr-17-shop
            labels: {pod-security.kubernetes.io/enforce: restricted}
            annotations: {argocd.argoproj.io/sync-wave: "-10"}
          """);

  private static final String LABEL = "pod-security.kubernetes.io/enforce";

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.NAMESPACE);
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node level = resource.at("metadata", "labels", LABEL);
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    if (level == null) {
      out.add(
          Severity.WARNING,
          resource.nearest("metadata", "labels", LABEL),
          "no level of pod security is enforced");
    } else if (Fields.text(level).equals("privileged")) {
      out.add(level, "`privileged` enforces nothing");
    }
  }
}
