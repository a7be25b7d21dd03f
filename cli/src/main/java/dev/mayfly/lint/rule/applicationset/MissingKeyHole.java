package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A function reads a key past `missingkey=error`. */
public final class MissingKeyHole implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS005",
          "missing-key-hole",
          Severity.WARNING,
          "a function reads a key past `missingkey=error`",
          """
          `index . "x"`, `get . "x"`, `pluck` and `pick` do not fail on a key that does not
          exist, even with `missingkey=error`: they give `<no value>`, nothing, or an empty
          map.
          """,
          "refer to the parameter directly, as in `{{ .number }}`",
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
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ index . \\"number\\" }}-shop"}
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

  private static final Pattern HOLE =
      Pattern.compile(
          "(?<![\\w.$])(index (?:[.$]|\\.values)(?= )|get [.$](?= )|pluck|pick [.$](?= ))");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    if (!set.isGoTemplate()) {
      return;
    }
    for (ScalarNode text : set.templateTexts()) {
      for (String action : TemplateText.actions(text.text())) {
        Matcher matcher = HOLE.matcher(action);
        if (matcher.find()) {
          out.add(text, "`" + matcher.group(1) + "` does not fail when the key is missing");
        }
      }
    }
  }
}
