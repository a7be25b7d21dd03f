package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.NearMiss;
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
import java.util.Set;

/** A template uses a parameter that its generator does not have. */
public final class UndefinedParameter implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS004",
          "undefined-parameter",
          Severity.ERROR,
          "a template uses a parameter that its generator does not have",
          """
          With `missingkey=error` one undefined parameter fails the template for every element,
          and the set neither creates nor deletes anything; without it the text `<no value>` is
          deployed. The pull-request generator has exactly the parameters listed in Argo CD's
          documentation.
          """,
          "use one of the generator's own parameters",
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
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_commit }}"}
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
    if (!set.isGoTemplate()) {
      return;
    }
    for (Generator generator : set.generators()) {
      Set<String> known = GeneratorParameters.of(generator);
      if (!known.isEmpty()) {
        texts(set, generator).forEach(text -> check(text, known, out));
      }
    }
  }

  private static List<ScalarNode> texts(SetView set, Generator generator) {
    List<ScalarNode> texts = new ArrayList<>(Fields.scalars(set.resource().at("spec", "template")));
    texts.addAll(Fields.scalars(generator.body().get("template")));
    texts.addAll(Fields.scalars(set.resource().at("spec", "templatePatch")));
    return texts;
  }

  private static void check(ScalarNode text, Set<String> known, Findings out) {
    if (TemplateText.rebindsDot(text.text())) {
      return;
    }
    for (String reference : TemplateText.references(text.text())) {
      String root = reference.split("\\.", 2)[0];
      boolean defined =
          root.equals("values") && known.stream().anyMatch(it -> it.startsWith("values."))
              ? !reference.contains(".") || known.contains(reference)
              : known.contains(root);
      if (!defined) {
        out.add(text, "`." + reference + "` is not defined here; " + NearMiss.hint(root, known));
      }
    }
  }
}
