package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;

/** Pull requests are listed as often as another generator is read. */
public final class MatrixPolling implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS065",
          "matrix-polling",
          Severity.NOTE,
          "pull requests are listed as often as another generator is read",
          """
          A matrix waits as long as the most impatient of its children. A git generator asks every
          180 seconds unless it says otherwise: then the pull requests are listed every 180 seconds
          too, once for each element of the other child, whatever their own interval is.
          """,
          "set `requeueAfterSeconds` of the git generator as well",
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
                - git: {repoURL: https://github.com/acme/gitops.git, revision: main, directories: [{path: "services/*"}]}
                - pullRequest:
                    github: {owner: acme, repo: "{{ .path.basename }}", labels: [preview], tokenRef: {secretName: forge, key: token}}
                    filters: [{targetBranchMatch: "^main$"}]
                    requeueAfterSeconds: 1800
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
            - matrix:
                generators:
                - git: {repoURL: https://github.com/acme/gitops.git, revision: main, directories: [{path: "services/*"}], requeueAfterSeconds: 1800}
                - pullRequest:
                    github: {owner: acme, repo: "{{ .path.basename }}", labels: [preview], tokenRef: {secretName: forge, key: token}}
                    filters: [{targetBranchMatch: "^main$"}]
                    requeueAfterSeconds: 1800
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  /** Argo CD, {@code DefaultRequeueAfter} of the git generator. */
  private static final long USUAL = 180;

  private static final long LISTING = 1800;

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    for (Generator matrix : set.flattened().filter(it -> it.is("matrix")).toList()) {
      long listed = LISTING;
      boolean lists = false;
      for (Generator child : matrix.children()) {
        lists |= child.is("pullRequest");
        listed = child.is("pullRequest") ? interval(child, LISTING) : listed;
      }
      for (Generator child : matrix.children()) {
        long read = interval(child, USUAL);
        if (lists && child.is("git") && read > 0 && read < listed) {
          out.add(child.key(), "the pull requests are listed every " + read + " seconds");
        }
      }
    }
  }

  private static long interval(Generator generator, long usual) {
    return Fields.integer(generator.body().get("requeueAfterSeconds")).orElse(usual);
  }
}
