package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** The forge is asked without a token. */
public final class AnonymousForge implements ProviderRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS029",
          "anonymous-forge",
          Severity.WARNING,
          "the forge is asked without a token",
          """
          Anonymous calls see public repositories only and are limited: GitHub allows 60 an
          hour for an address. When the limit is reached the set fails and closed pull requests
          keep their previews.
          """,
          "give the generator a `tokenRef` (GitHub: or `appSecretName`; Bitbucket: `basicAuth` or "
              + "`bearerToken`)",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview]}
                requeueAfterSeconds: 60
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

  /** GitHub docs, rate limits of the REST API: requests an hour from one address. */
  private static final long GITHUB_REQUESTS = 60;

  private static final long DEFAULT_SECONDS = 1800;

  private static final List<String> CREDENTIALS =
      List.of("tokenRef", "appSecretName", "basicAuth", "bearerToken");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Generator generator, ScalarNode forge, MapNode body, Findings out) {
    if (CREDENTIALS.stream().noneMatch(it -> Fields.isSet(body.get(it)))) {
      report(generator, forge, out);
    }
  }

  /** One request lists a hundred pull requests, so the interval says how many there are. */
  private static void report(Generator generator, ScalarNode provider, Findings out) {
    long seconds =
        Fields.integer(generator.body().get("requeueAfterSeconds")).orElse(DEFAULT_SECONDS);
    long requests = seconds <= 0 ? 0 : 3600 / seconds;
    if (provider.text().equals("github") && requests >= GITHUB_REQUESTS) {
      out.add(
          provider,
          "`github` is asked "
              + requests
              + " times an hour without a token, and answers "
              + GITHUB_REQUESTS);
    } else {
      out.add(
          Severity.NOTE,
          provider,
          "`" + provider.text() + "` is asked without a token, so it shows public repositories");
    }
  }
}
