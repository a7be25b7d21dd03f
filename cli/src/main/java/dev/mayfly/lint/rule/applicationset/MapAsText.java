package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.Reference;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.SetView;

/** A map is printed where a text is meant. */
public final class MapAsText implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS064",
          "map-as-text",
          Severity.ERROR,
          "a map is printed where a text is meant",
          """
          With Go templates `path`, `values` and `metadata` are maps: `{{ .path }}` prints
          `map[basename:shop path:addons/shop ...]`. It is the commonest slip when a set moves from
          `{{path}}` to Go templates, and no repository has a folder of that name.
          """,
          "name the key that is meant, such as `{{ .path.path }}`",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: addons, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - git:
                repoURL: https://github.com/acme/gitops.git
                revision: main
                directories: [{path: "addons/*"}]
            template:
              metadata: {name: "{{ .path.basename }}"}
              spec:
                project: addons
                destination: {server: https://kubernetes.default.svc, namespace: "{{ .path.basename }}"}
                source: {repoURL: https://github.com/acme/gitops.git, path: "{{ .path }}", targetRevision: main}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: addons, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - git:
                repoURL: https://github.com/acme/gitops.git
                revision: main
                directories: [{path: "addons/*"}]
            template:
              metadata: {name: "{{ .path.basename }}"}
              spec:
                project: addons
                destination: {server: https://kubernetes.default.svc, namespace: "{{ .path.basename }}"}
                source: {repoURL: https://github.com/acme/gitops.git, path: "{{ .path.path }}", targetRevision: main}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    for (FilledText text : FilledText.of(set)) {
      for (Reference reference : text.reads().references()) {
        boolean printed = !reference.path().isEmpty() && reference.functions().isEmpty();
        if (printed && text.known().isMap(reference.path())) {
          out.add(text.reads().text(), text.shown(reference) + " is a map and is printed as one");
        }
      }
    }
  }
}
