package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.Resource;
import java.util.List;

/** The namespace of a preview is not bounded. */
public final class IncompleteBaseline implements OverlayNamespaceRule {
  @Override
  public void check(Corpus corpus, Resource namespace, String overlay, Findings out) {
    if (corpus.kustomizationIn(overlay).filter(IncompleteBaseline::isOpen).isPresent()) {
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
