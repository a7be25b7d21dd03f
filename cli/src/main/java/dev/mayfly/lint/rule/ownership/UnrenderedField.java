package dev.mayfly.lint.rule.ownership;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Overrides;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.manifest.KindSchemas;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A document of a preview that the bundled templates cannot have made. */
public final class UnrenderedField implements CorpusRule {
  private static final GroupKind PLATFORM = new GroupKind("mayfly.dev", "PreviewPlatform");

  private static final RuleCard CARD =
      new RuleCard(
          "MF003",
          "unrendered-field",
          Severity.ERROR,
          "a preview's document holds what Mayfly never renders",
          """
          Only Mayfly writes the folder of a preview, and what it writes is narrower than what the
          API server takes. A field beyond that was put there by somebody else, and the next
          rendering takes it away. Kinds for which the admins have a template of their own are left
          out.
          """,
          "let Mayfly write the overlay again, or put the field into a template of your own",
          """
          # file: mayfly.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: PreviewPlatform
          metadata: {name: shop}
          # file: previews/shop/pr-17/preview.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: Preview
          metadata: {name: shop-pr-17}
          # file: previews/shop/pr-17/resource-quota.yaml
          apiVersion: v1
          kind: ResourceQuota
          metadata:
            name: preview
            namespace: pr-17-shop
            labels: {mayfly.dev/platform: shop, mayfly.dev/app: shop, mayfly.dev/pull-request: "17"}
            annotations: {argocd.argoproj.io/sync-wave: "-9"}
          spec:
            hard: {pods: "20", services.loadbalancers: "0", services.nodeports: "0"}
            scopes: [BestEffort]
          """,
          """
          # file: mayfly.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: PreviewPlatform
          metadata: {name: shop}
          # file: previews/shop/pr-17/preview.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: Preview
          metadata: {name: shop-pr-17}
          # file: previews/shop/pr-17/resource-quota.yaml
          apiVersion: v1
          kind: ResourceQuota
          metadata:
            name: preview
            namespace: pr-17-shop
            labels: {mayfly.dev/platform: shop, mayfly.dev/app: shop, mayfly.dev/pull-request: "17"}
            annotations: {argocd.argoproj.io/sync-wave: "-9"}
          spec:
            hard: {pods: "20", services.loadbalancers: "0", services.nodeports: "0"}
          """);

  private static final KindSchemas SCHEMAS = new KindSchemas();

  @Override
  public RuleCard card() {
    return CARD;
  }

  /** Without the platform it cannot be known which templates are the admins' own. */
  @Override
  public void check(Corpus corpus, Findings out) {
    Set<GroupKind> overridden = new HashSet<>(out.settings().overridden());
    List<String> platforms = corpus.of(PLATFORM).stream().map(Resource::directory).toList();
    platforms.forEach(folder -> overridden.addAll(Overrides.kinds(corpus.paths(), folder)));
    var documents =
        RenderedDocuments.of(corpus, out).stream()
            .filter(document -> !overridden.contains(document.type()))
            .filter(
                document ->
                    out.settings().rendered().contains(document.file())
                        || platforms.stream().anyMatch(it -> isBelow(document.file(), it)))
            .toList();
    RenderedDocuments.check(
        documents,
        document ->
            SCHEMAS
                .of(document.file(), document.root())
                .map(schema -> schema.check(document.root()))
                .orElse(List.of()),
        out);
  }

  private static boolean isBelow(String file, String folder) {
    return file.startsWith(folder.isEmpty() ? "" : folder + "/");
  }
}
