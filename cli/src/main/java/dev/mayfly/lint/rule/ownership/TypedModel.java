package dev.mayfly.lint.rule.ownership;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.TypedModels;

/** A rendered document that the typed Kubernetes model does not take, or does not keep whole. */
public final class TypedModel implements CorpusRule {
  /** Built when first needed: most repositories have no document to ask it about. */
  private static final class Models {
    static final TypedModels ALL = new TypedModels();
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    var documents =
        RenderedDocuments.of(corpus, out).stream()
            .filter(document -> TypedModels.know(document.root()))
            .toList();
    RenderedDocuments.check(documents, document -> Models.ALL.check(document.root()), corpus, out);
  }
}
