package dev.mayfly.lint.rule.overlay;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;

/** An object of an overlay is not listed, so it is not deployed. */
public final class UnlistedFile implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Kustomization kustomization : corpus.kustomizations()) {
      boolean generated =
          kustomization.root().has("generators") || kustomization.root().has("transformers");
      if (generated || !PreviewScope.isPreviewFolder(kustomization.directory())) {
        continue;
      }
      for (Resource resource : corpus.inDirectory(kustomization.directory())) {
        if (!resource.isLocal() && corpus.including(resource).isEmpty()) {
          out.about(resource)
              .add(
                  resource.subject(),
                  "the kustomization of `%s` does not list `%s`"
                      .formatted(kustomization.directory(), RelativePath.name(resource.file())));
        }
      }
    }
  }
}
