package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;

/** A branch filter matches more than it seems to. */
public final class UnanchoredFilter implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS024",
          "unanchored-filter",
          Severity.WARNING,
          "a branch filter matches more than it seems to",
          """
          The patterns of `filters` are regular expressions that match anywhere in the text:
          `main` also matches `not-main` and `maintenance`.
          """,
          "anchor the pattern on both sides: `^main$`",
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
                filters: [{targetBranchMatch: main}]
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

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.pullRequests()) {
      for (MapNode filter : Fields.maps(generator.body().get("filters"))) {
        Node pattern = filter.get("targetBranchMatch");
        String text = Fields.text(pattern);
        if (pattern != null
            && !text.isEmpty()
            && !TemplateText.isTemplated(text)
            && !isAnchored(text)) {
          out.add(pattern, "`" + text + "` also matches longer branch names");
        }
      }
    }
  }

  /**
   * Open ends that are written out (`.*`) are meant. Alternatives outside brackets each have ends.
   */
  private static boolean isAnchored(String pattern) {
    List<String> alternatives =
        pattern.contains("(") ? List.of(pattern) : List.of(pattern.split("[|]"));
    return alternatives.stream().allMatch(UnanchoredFilter::hasEnds);
  }

  private static boolean hasEnds(String pattern) {
    return (pattern.startsWith("^") || pattern.startsWith(".*") || pattern.startsWith("(^"))
        && (pattern.endsWith("$") || pattern.endsWith(".*") || pattern.endsWith(".+"));
  }
}
