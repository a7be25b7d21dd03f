package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A template takes a label by its position. */
public final class IndexOfLabels implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS006",
          "index-of-labels",
          Severity.ERROR,
          "a template takes a label by its position",
          """
          `index .labels 0` fails on a pull request without labels, and one failing element
          stops the whole set: no preview is created, updated or deleted until that pull
          request gets a label. The order of labels is not fixed either.
          """,
          "join them (`{{ .labels | join \",\" }}`) or do not use labels in the template",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
              selector: {matchExpressions: [{key: author, operator: In, values: [ada]}]}
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                info:
                - {name: label, value: "{{ index .labels 0 }}"}
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

  /** Where a label is asked for, every pull request that comes has one. */
  private static boolean hasLabel(Generator generator) {
    return generator.providers().stream()
        .limit(1)
        .anyMatch(it -> Fields.isSet(it.value().at("labels")));
  }

  private static final Pattern INDEX = Pattern.compile("\\bindex \\$?\\.labels\\b");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().stream().allMatch(IndexOfLabels::hasLabel)) {
      return;
    }
    List<ScalarNode> texts = new ArrayList<>(set.templateTexts());
    texts.addAll(Fields.scalars(set.resource().at("spec", "templatePatch")));
    for (ScalarNode text : texts) {
      if (TemplateText.actions(text.text()).stream().anyMatch(it -> INDEX.matcher(it).find())
          && !text.text().contains("if .labels")) {
        out.add(text, "`index .labels` fails for a pull request without labels");
      }
    }
  }
}
