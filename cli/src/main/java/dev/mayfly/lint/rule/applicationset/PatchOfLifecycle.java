package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template patch changes where or how long previews live. */
public final class PatchOfLifecycle implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS016",
          "patch-of-lifecycle",
          Severity.WARNING,
          "a template patch changes where or how long previews live",
          """
          A patch can replace sources, destination, sync policy and finalizers after the
          template was reviewed, and a key with an empty value wipes what stood there. Whoever
          reads the template is misled.
          """,
          "put these fields into the template itself",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            templatePatch: |
              spec:
                syncPolicy: {automated: {prune: false}}
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  private static final Pattern FIELD =
      Pattern.compile("\\b(finalizers|syncPolicy|destination|sources?)\"?:");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    Node patch = set.resource().at("spec", "templatePatch");
    Matcher matcher = FIELD.matcher(set.patch());
    if (patch != null && set.isPreview() && matcher.find()) {
      out.add(patch, "the patch sets `" + matcher.group(1) + "`");
    }
  }
}
