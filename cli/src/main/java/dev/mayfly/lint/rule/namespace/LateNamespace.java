package dev.mayfly.lint.rule.namespace;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;
import java.util.Optional;

/** A preview's namespace is not the first thing created and the last deleted. */
public final class LateNamespace implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource namespace, Findings out) {
    Optional<String> overlay = PreviewScope.overlay(namespace);
    long wave = namespace.wave();
    boolean late =
        corpus.inNamespace(namespace.name()).stream()
            .filter(it -> overlay.isPresent() && PreviewScope.overlay(it).equals(overlay))
            .anyMatch(it -> it.wave() <= wave);
    if (late) {
      out.add(
          namespace.nearest("metadata", "annotations", ArgoMetadata.SYNC_WAVE),
          "objects inside the namespace are in wave " + wave + " or lower");
    }
  }
}
