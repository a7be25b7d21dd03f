package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/** An overlay writes into another preview. */
public final class ForeignNamespace implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource resource : corpus.resources()) {
      Optional<String> own = PreviewScope.overlayNumber(resource);
      Optional<String> written = PreviewScope.numberIn(resource.namespace());
      Node namespace = resource.at("metadata", "namespace");
      if (own.isPresent() && written.isPresent() && namespace != null && !own.equals(written)) {
        out.about(resource)
            .add(
                namespace,
                "it goes into `%s`, and the folder is that of pull request %s"
                    .formatted(resource.namespace(), own.get()));
      }
    }
  }
}
