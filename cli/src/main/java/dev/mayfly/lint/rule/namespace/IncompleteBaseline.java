package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;
import java.util.List;
import java.util.Optional;

/** The namespace of a preview is not bounded. */
public final class IncompleteBaseline implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource namespace, Findings out) {
    Optional<String> overlay = PreviewScope.overlay(namespace);
    if (overlay.isEmpty()
        || overlay
            .flatMap(corpus::kustomizationIn)
            .filter(IncompleteBaseline::isOpen)
            .isPresent()) {
      return;
    }
    for (GroupKind kind :
        List.of(GroupKind.RESOURCE_QUOTA, GroupKind.LIMIT_RANGE, GroupKind.NETWORK_POLICY)) {
      if (corpus.inNamespace(namespace.name()).stream().noneMatch(it -> it.is(kind))) {
        out.add(namespace.subject(), "`" + namespace.name() + "` has no " + kind.kind());
      }
    }
  }

  /** Whether a kustomization takes in what is not here. */
  private static boolean isOpen(Kustomization kustomization) {
    return kustomization.textsAt("resources").stream()
            .anyMatch(it -> it.text().startsWith("..") || Kustomization.isRemote(it.text()))
        || kustomization.root().has("components")
        || kustomization.root().has("namespace");
  }
}
