package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.TemplateMerge;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** The Applications of several elements have one name. */
public final class OneNameForMany implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS066",
          "one-name-for-many",
          Severity.ERROR,
          "the Applications of several elements have one name",
          """
          A name that does not tell two elements apart yields the same Application twice. Argo CD
          creates neither: both are skipped with an error, and so are their updates.
          """,
          "put a parameter of every generator into the name",
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
                - pullRequest:
                    github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                    filters: [{targetBranchMatch: "^main$"}]
                - list: {elements: [{part: web}, {part: api}]}
            template:
              metadata: {name: "shop-pr-{{ .number }}"}
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
                - pullRequest:
                    github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                    filters: [{targetBranchMatch: "^main$"}]
                - list: {elements: [{part: web}, {part: api}]}
            template:
              metadata: {name: "shop-{{ .part }}-pr-{{ .number }}"}
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
    if (set.patch().contains("name:")) {
      return;
    }
    for (Generator generator : set.generators()) {
      Node base = set.resource().at("spec", "template");
      Node own = generator.body().get("template");
      Node template = base == null ? own : TemplateMerge.merged(own, base);
      Node name = template == null ? null : template.at("metadata", "name");
      List<Generator> several = generator.is("matrix") ? generator.children() : List.of(generator);
      for (Generator many : several.stream().filter(OneNameForMany::isMany).toList()) {
        if (name instanceof ScalarNode text && !text.text().isEmpty() && !tells(text, many)) {
          out.add(name, "`" + text.text() + "` is the same for all of `" + many.kind() + "`");
        }
      }
    }
  }

  /** A list of several elements, or pull requests; a selector may leave one of them. */
  private static boolean isMany(Generator generator) {
    boolean listed = Fields.items(generator.body().get("elements")).size() > 1;
    return !generator.entry().has("selector")
        && (generator.is("pullRequest") || (generator.is("list") && listed));
  }

  /** Any parameter of the generator will do, whatever the template makes of it. */
  private static boolean tells(ScalarNode name, Generator generator) {
    List<String> own =
        generator.is("pullRequest")
            ? List.of("number", "branch", "branch_slug", "head_s", "title", "values")
            : Fields.maps(generator.body().get("elements")).stream()
                .flatMap(element -> element.keys().stream())
                .toList();
    String text = String.join(" ", TemplateText.actions(name.text()));
    boolean opaque = text.contains("$") || text.matches(".*(^|\\s)\\.(\\s|$).*");
    return opaque || generator.body().has("elementsYaml") || own.stream().anyMatch(text::contains);
  }
}
