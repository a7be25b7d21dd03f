package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Free text enters a template patch as it is. */
public final class RawParameterInPatch implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS015",
          "raw-parameter-in-patch",
          Severity.ERROR,
          "free text enters a template patch as it is",
          """
          The patch is filled in as text and parsed as YAML afterwards. A title with a quote or
          a line break breaks the set for everybody, and a title written for the purpose adds
          fields: other sources, another destination, no finalizer.
          """,
          "pipe the parameter through `toJson`: `{{ .title | toJson }}`",
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
              metadata:
                annotations:
                  title: {{ .title }}
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
            templatePatch: |
              metadata:
                annotations:
                  title: {{ .title | toJson }}
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  private static final Pattern REFERENCE =
      Pattern.compile("\\.(title|branch|target_branch|author|labels)\\b");

  /** Decisions print nothing. */
  private static final Pattern TEST = Pattern.compile("^\\s*(if|else|with|range|end)\\b");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    Node patch = set.resource().at("spec", "templatePatch");
    if (patch == null || set.pullRequests().isEmpty()) {
      return;
    }
    for (String action : TemplateText.actions(set.patch())) {
      Matcher matcher = REFERENCE.matcher(action);
      boolean test = TEST.matcher(action).find();
      if (matcher.find() && !test && !action.contains("toJson")) {
        out.add(patch, "`" + matcher.group(1) + "` enters the patch without `toJson`");
      }
    }
  }
}
