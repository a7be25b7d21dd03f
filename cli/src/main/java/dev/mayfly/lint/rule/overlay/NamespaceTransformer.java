package dev.mayfly.lint.rule.overlay;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** An overlay forces one namespace onto all its objects. */
public final class NamespaceTransformer implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Kustomization kustomization : corpus.kustomizations()) {
      Node namespace = kustomization.at("namespace");
      for (Resource resource : corpus.inDirectory(kustomization.directory())) {
        boolean moved =
            !resource.namespace().isEmpty()
                && !resource.namespace().equals(NodeValues.text(namespace));
        if (namespace != null
            && moved
            && PreviewScope.overlay(resource).isPresent()
            && corpus.including(resource).contains(kustomization)) {
          out.about(resource)
              .add(
                  namespace,
                  resource.title() + " is moved to `" + NodeValues.text(namespace) + "`");
        }
      }
    }
  }
}
