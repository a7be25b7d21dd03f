package dev.mayfly.lint.rule.ownership;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.yaml.TypedModels;

/** A rendered document that the typed Kubernetes model does not take, or does not keep whole. */
public final class TypedModel implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "MF004",
          "typed-model",
          Severity.ERROR,
          "a preview's document does not fit the typed Kubernetes model",
          """
          The API server drops fields that it does not know and refuses values of another type. What
          the model does not keep is not what the cluster will have.
          """,
          "mend the template that makes this document",
          """
          # file: previews/shop/pr-17/preview.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: Preview
          metadata: {name: shop-pr-17}
          # file: previews/shop/pr-17/http-route.yaml
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            hostname: [17.pr.example.dev]
          """,
          """
          # file: previews/shop/pr-17/preview.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: Preview
          metadata: {name: shop-pr-17}
          # file: previews/shop/pr-17/http-route.yaml
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            hostnames: [17.pr.example.dev]
          """);

  /** Built when first needed: most repositories have no document to ask it about. */
  private static final class Models {
    static final TypedModels ALL = new TypedModels();
  }

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    var documents =
        RenderedDocuments.of(corpus, out).stream()
            .filter(document -> TypedModels.know(document.root()))
            .toList();
    RenderedDocuments.check(documents, document -> Models.ALL.check(document.root()), out);
  }
}
