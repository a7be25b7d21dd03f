package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.PreviewSources;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.regex.Pattern;

/** Nothing creates the namespace of a preview. */
public final class MissingNamespace implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS075",
          "missing-namespace",
          Severity.NOTE,
          "nothing creates the namespace of a preview",
          """
          A namespace that is named after the pull request does not exist yet. Without a Namespace
          among the objects, or `CreateNamespace=true`, every sync fails.
          """,
          "render a `Namespace` at the lowest sync wave",
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
                syncPolicy: {automated: {prune: true, selfHeal: true}, syncOptions: [CreateNamespace=true], managedNamespaceMetadata: {annotations: {argocd.argoproj.io/tracking-id: "shop-pr-{{ .number }}:/Namespace:/pr-{{ .number }}-shop"}}}
          """);

  /** Parameters and values that tell a chart to create it. */
  private static final Pattern MAKES =
      Pattern.compile("(?i)create_?namespace|namespace.{0,9}create");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    PreviewSources sources = new PreviewSources(corpus);
    for (Resource resource : corpus.of(GroupKind.APPLICATION_SET)) {
      for (ApplicationView application : ApplicationView.of(resource)) {
        boolean pulls =
            application.generators().stream()
                .flatMap(Generator::flattened)
                .anyMatch(it -> it.is("pullRequest"));
        if (pulls && !corpus.mayChange(resource) && !sources.bringsNamespace(application)) {
          check(application, out.about(resource));
        }
      }
    }
  }

  private static void check(ApplicationView application, Findings out) {
    Node namespace = application.at("spec", "destination", "namespace");
    boolean made =
        application.syncOption("CreateNamespace").filter("true"::equals).isPresent()
            || application.isPatched("syncOptions")
            || application.sources().stream()
                .flatMap(it -> Fields.scalars(it.node()).stream())
                .anyMatch(it -> MAKES.matcher(it.text()).find());
    if (namespace != null && !made && TemplateText.hasActions(Fields.text(namespace))) {
      out.unverifiable(
          namespace,
          "nothing seen here creates `" + Fields.text(namespace) + "`",
          "a Namespace in what the source renders, or `CreateNamespace=true`");
    }
  }
}
