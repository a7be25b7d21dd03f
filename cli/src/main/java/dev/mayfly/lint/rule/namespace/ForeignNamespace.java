package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/** An overlay writes into another preview. */
public final class ForeignNamespace implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource resource, Findings out) {
    Optional<String> own = PreviewScope.overlayNumber(resource);
    Optional<String> written = PreviewScope.numberIn(resource.namespace());
    Node namespace = resource.at("metadata", "namespace");
    if (own.isPresent() && written.isPresent() && namespace != null && !own.equals(written)) {
      out.add(
          namespace,
          "it goes into `%s`, and the folder is that of pull request %s"
              .formatted(resource.namespace(), own.get()));
    }
  }
}
