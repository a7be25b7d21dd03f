package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Set;

/** Every open pull request gets a preview. */
public final class UngatedPullRequests implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS022",
          "ungated-pull-requests",
          Severity.WARNING,
          "every open pull request gets a preview",
          """
          The generator cannot tell a fork from a branch of the repository. Without a label
          that only people with write access can set, and without a list of authors, anybody
          who can open a pull request deploys what they like into the cluster.
          """,
          "ask for a label (`labels: [preview]`), or select on `author`",
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

  private static final Set<String> LABELLED = Set.of("github", "gitlab", "gitea", "azuredevops");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    set.generators().forEach(generator -> check(generator, out));
  }

  /** A selector beside a matrix looks at all parameters of its elements. */
  private static void check(Generator outer, Findings out) {
    if (selectsAuthor(outer)) {
      return;
    }
    outer.children().forEach(child -> check(child, out));
    for (Generator generator : outer.is("pullRequest") ? List.of(outer) : List.<Generator>of()) {
      if (generator.providers().isEmpty()) {
        continue;
      }
      MapNode.Entry provider = generator.providers().getFirst();
      boolean labelled =
          provider.value() instanceof MapNode body && Fields.isSet(body.get("labels"));
      if (!labelled) {
        boolean capable = LABELLED.contains(provider.key().text());
        out.add(
            provider.key(),
            capable
                ? "no label gates this generator"
                : "`"
                    + provider.key().text()
                    + "` cannot filter by label and no author is selected");
      }
    }
  }

  /** A selector beside the generator works on flattened parameters, so on the author too. */
  private static boolean selectsAuthor(Generator generator) {
    return Fields.scalars(generator.entry().get("selector")).stream()
        .anyMatch(it -> it.text().equals("author"));
  }
}
