package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** An option of Go templates that does not exist. */
public final class UnknownTemplateOption implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS003",
          "unknown-template-option",
          Severity.ERROR,
          "an option of Go templates that does not exist",
          """
          Go's template package panics on an option it does not know, in any spelling but the
          exact one. Argo CD turns that into an error of the whole set: nothing is created,
          updated or deleted.
          """,
          "write `missingkey=error`",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingKey = error"]
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

  private static final Set<String> KNOWN =
      Set.of("missingkey=default", "missingkey=invalid", "missingkey=zero", "missingkey=error");

  private static final Pattern SPELLING =
      Pattern.compile("\\s*missing[-_ ]?keys?\\s*[=:]\\s*error\\s*");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    for (ScalarNode option : Fields.texts(set.resource().at("spec", "goTemplateOptions"))) {
      if (!KNOWN.contains(option.text())) {
        boolean meant = SPELLING.matcher(option.text().toLowerCase(Locale.ROOT)).matches();
        out.add(
            option,
            "`" + option.text() + "` is no option of Go templates",
            meant ? Edit.replace(option.location(), "\"missingkey=error\"") : List.of());
      }
    }
  }
}
