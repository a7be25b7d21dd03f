package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template gives another result at every reconcile. */
public final class ChangingFunction implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS008",
          "changing-function",
          Severity.WARNING,
          "a template gives another result at every reconcile",
          """
          Functions of time and chance are evaluated at every reconcile. The Application is
          rewritten each time, is never in sync for long, and can redeploy for ever.
          """,
          "derive the value from the pull request, such as `.number` or `.head_sha`",
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
                annotations: {rendered: "{{ now }}"}
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

  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?<![\\w.$\"])(?:now|ago|uuidv4|rand[A-Z]\\w*|shuffle|bcrypt|htpasswd"
              + "|gen(?:CA|CAWithKey|PrivateKey|SelfSignedCert|SignedCert)\\w*)(?!\\w)");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    List<ScalarNode> texts = new ArrayList<>(set.templateTexts());
    texts.addAll(Fields.scalars(set.resource().at("spec", "templatePatch")));
    for (ScalarNode text : set.isGoTemplate() ? texts : List.<ScalarNode>of()) {
      for (String action : TemplateText.actions(text.text())) {
        Matcher matcher = FUNCTION.matcher(action);
        if (matcher.find()) {
          out.add(text, "`" + matcher.group() + "` gives another value each time");
        }
      }
    }
  }
}
