package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.PullRequestParameters;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** A parameter is written in the syntax of the other template engine. */
public final class WrongTemplateSyntax implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS010",
          "wrong-template-syntax",
          Severity.ERROR,
          "a parameter is written in the syntax of the other template engine",
          """
          With Go templates `{{number}}` calls a function of that name, which does not exist,
          and the set stops. Without them `{{ .number }}` is not replaced and reaches the API
          server as it stands.
          """,
          "write `{{ .number }}` with `goTemplate: true`, `{{number}}` without",
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
                name: shop-pr-{{number}}
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

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    for (ScalarNode text : set.isPreview() ? set.templateTexts() : List.<ScalarNode>of()) {
      for (String action : TemplateText.actions(text.text())) {
        String word = action.strip();
        if (set.isGoTemplate() && PullRequestParameters.ALL.contains(word)) {
          out.add(
              text, "`{{" + word + "}}` is no Go template; the parameter is `{{ ." + word + " }}`");
        } else if (!set.isGoTemplate() && word.startsWith(".")) {
          out.add(text, "`{{" + action + "}}` is not replaced without `goTemplate: true`");
        }
      }
    }
  }
}
