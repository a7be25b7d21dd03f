package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/** A source is read as another type than its folder is. */
public final class OtherSourceType implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP094",
          "other-source-type",
          Severity.NOTE,
          "a source is read as another type than its folder is",
          """
          A block that says something fixes the type: with `helm` Argo CD looks for a `Chart.yaml`, with
          `kustomize` for a kustomization, and fails where the folder has the other.
          """,
          "use the block of what the folder holds",
          """
          # file: argocd/shop.yaml
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
                source:
                  repoURL: https://github.com/acme/shop.git
                  path: deploy
                  targetRevision: "{{ .head_sha }}"
                  helm: {values: "tag: {{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          # file: deploy/kustomization.yaml
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          resources: [config.yaml]
          # file: deploy/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop}
          """,
          """
          # file: argocd/shop.yaml
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
                source:
                  repoURL: https://github.com/acme/shop.git
                  path: deploy
                  targetRevision: "{{ .head_sha }}"
                  kustomize: {commonAnnotations: {commit: "{{ .head_sha }}"}}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          # file: deploy/kustomization.yaml
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          resources: [config.yaml]
          # file: deploy/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (GroupKind kind : List.of(GroupKind.APPLICATION, GroupKind.APPLICATION_SET)) {
      for (Resource resource : corpus.of(kind)) {
        for (ApplicationView application : ApplicationView.of(resource)) {
          application.sources().forEach(it -> check(corpus, it, out.about(resource)));
        }
      }
    }
  }

  private static void check(Corpus corpus, SourceView source, Findings out) {
    String path = source.text("path");
    List<String> types = source.types();
    if (path.isEmpty() || TemplateText.isTemplated(path) || types.size() != 1) {
      return;
    }
    Optional<String> held = held(corpus, RelativePath.resolve("", path));
    MapNode.Entry block = source.node().entry(types.getFirst());
    if (block != null && held.isPresent() && isOther(types.getFirst(), held.get())) {
      out.unverifiable(
          block.key(),
          "`" + path + "` holds a " + noun(held.get()) + " here, not a " + noun(types.getFirst()),
          "this fails where `" + Fields.text(source.at("repoURL")) + "` is this repository");
    }
  }

  /** What Argo CD would take the folder for; empty where it is not here, or is of both types. */
  private static Optional<String> held(Corpus corpus, String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    boolean chart = corpus.paths().contains(prefix + "Chart.yaml");
    boolean kustomization = corpus.kustomizationIn(folder).isPresent();
    return chart == kustomization ? Optional.empty() : Optional.of(chart ? "helm" : "kustomize");
  }

  private static boolean isOther(String type, String held) {
    return !type.equals(held) && (type.equals("helm") || type.equals("kustomize"));
  }

  private static String noun(String type) {
    return type.equals("helm") ? "chart" : "kustomization";
  }
}
