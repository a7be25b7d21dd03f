package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.Reference;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ParameterTree;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashSet;
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
          documentation; a list must give a parameter in every element.
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
    Set<String> told = new HashSet<>();
    for (FilledText text : FilledText.of(set)) {
      ParameterTree known = text.known();
      for (Reference reference : text.reads().needs(set.isStrict())) {
        ScalarNode at = text.reads().text();
        boolean given = known.mayHold(reference.path()) || text.isElsewhere(set, reference);
        if (!given && told.add(at.location() + reference.shown())) {
          out.add(
              at,
              "%s is not defined here; %s"
                  .formatted(text.shown(reference), hint(known, reference)));
        } else if (set.isStrict() && known.lacking().contains(reference.path().getFirst())) {
          out.add(at, "an element of the list lacks " + text.shown(reference));
        }
      }
    }
  }

  private static String hint(ParameterTree known, Reference reference) {
    List<String> path = reference.path();
    ParameterTree first = known.names().get(path.getFirst());
    return first == null || path.size() == 1
        ? NearMiss.hint(path.getFirst(), known.names().keySet())
        : NearMiss.hint(path.get(1), first.names().keySet());
  }
}
