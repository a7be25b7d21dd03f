package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.OptionalLong;
import java.util.Set;

/** Pull requests are polled never, or too often. */
public final class PollingInterval implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS051",
          "polling-interval",
          Severity.WARNING,
          "pull requests are polled never, or too often",
          """
          Zero or less switches polling off: a webhook that was lost is never made good, and
          closed pull requests keep their previews. Each poll of less than a minute spends the
          forge's rate limit, with one call for every hundred pull requests. Gitea and Bitbucket
          have no webhook for sets at all: half an hour, the default, is long there.
          """,
          "use 1800 where a webhook drives the set, about 300 where none can",
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
                requeueAfterSeconds: 0
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

  /** Argo CD's ApplicationSet controller takes no webhook of these (argo-cd #12440, #18798). */
  private static final Set<String> DEAF = Set.of("gitea", "bitbucketServer", "bitbucket");

  private static final long USUAL = 1800;

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.pullRequests()) {
      Node interval = generator.body().get("requeueAfterSeconds");
      OptionalLong seconds = Fields.integer(interval);
      MapNode.Entry forge = generator.providers().stream().findFirst().orElse(null);
      if (forge != null && DEAF.contains(forge.key().text()) && seconds.orElse(USUAL) >= USUAL) {
        out.add(
            interval == null ? forge.key() : interval,
            "no webhook of `" + forge.key().text() + "` reaches this set, and it asks rarely");
      }
      if (interval == null || seconds.isEmpty()) {
        continue;
      }
      if (seconds.getAsLong() <= 0) {
        out.add(interval, "polling is switched off");
      } else if (seconds.getAsLong() < 60) {
        out.add(interval, "the forge is asked every " + seconds.getAsLong() + " seconds");
      }
    }
  }
}
