package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;

/** A matrix has two parameters of one name. */
public final class ShadowedParameter implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS074",
          "shadowed-parameter",
          Severity.WARNING,
          "a matrix has two parameters of one name",
          """
          `scmProvider` and `pullRequest` both give `branch` and `labels`. With Go templates the first
          generator wins, so what looks like the branch of the pull request is the default branch of
          the repository. Without Go templates two values for one name stop the whole set.
          """,
          "use `branch_slug` or `head_sha`, which the pull request alone has",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - matrix:
                generators:
                - scmProvider:
                    github: {organization: acme, tokenRef: {secretName: forge, key: token}}
                - pullRequest:
                    github: {owner: acme, repo: "{{ .repository }}", labels: [preview], tokenRef: {secretName: forge, key: token}}
                    filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: "{{ .repository }}-pr-{{ .number }}"
                annotations: {branch: "{{ .branch }}"}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: "{{ .url }}", path: deploy, targetRevision: "{{ .head_sha }}"}
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
            - matrix:
                generators:
                - scmProvider:
                    github: {organization: acme, tokenRef: {secretName: forge, key: token}}
                - pullRequest:
                    github: {owner: acme, repo: "{{ .repository }}", labels: [preview], tokenRef: {secretName: forge, key: token}}
                    filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: "{{ .repository }}-pr-{{ .number }}"
                annotations: {branch: "{{ .branch_slug }}"}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: "{{ .url }}", path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  /** Argo CD, {@code generators/scm_provider.go} and {@code generators/pull_request.go}. */
  private static final Set<String> SHARED = Set.of("branch", "labels");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.flattened().toList()) {
      List<String> kinds = generator.children().stream().map(Generator::kind).toList();
      if (generator.is("matrix") && kinds.containsAll(List.of("scmProvider", "pullRequest"))) {
        if (!set.isGoTemplate()) {
          out.add(
              Severity.ERROR,
              generator.key(),
              "both generators give `branch`, and two values for it stop the set");
        } else if (kinds.indexOf("scmProvider") < kinds.indexOf("pullRequest")) {
          shadowed(set, out);
        }
      }
    }
  }

  private static void shadowed(SetView set, Findings out) {
    for (ScalarNode text : set.templateTexts()) {
      TemplateText.references(text.text()).stream()
          .filter(SHARED::contains)
          .forEach(
              it -> out.add(text, "`." + it + "` is the repository's, not the pull request's"));
    }
  }
}
