package dev.mayfly.lint.rule.overlay;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.Resource;
import java.util.Set;

/** A part of an object that somebody else owns is listed as a resource. */
public final class PartialObject implements CorpusRule {
  /** Argo CD reads its settings of ConfigMaps with its label only, and installs them with it. */
  private static final Set<String> OF_ARGO =
      Set.of("argocd-cm", "argocd-rbac-cm", "argocd-cmd-params-cm");

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource resource : corpus.resources()) {
      boolean part =
          (resource.is(GroupKind.CLUSTER)
                  && resource.at("spec", "instances") == null
                  && resource.at("spec", "storage") == null)
              || (resource.is(GroupKind.GATEWAY)
                  && resource.at("spec", "gatewayClassName") == null)
              || (resource.is(GroupKind.CONFIG_MAP)
                  && OF_ARGO.contains(resource.name())
                  && !corpus.mayChange(resource, "labels", "commonLabels")
                  && resource.at("metadata", "labels", "app.kubernetes.io/part-of") == null);
      boolean listed = corpus.including(resource).stream().anyMatch(it -> lists(it, resource));
      if (part && listed && !corpus.mayChange(resource)) {
        out.about(resource)
            .add(
                resource.subject(),
                missing(resource));
      }
    }
  }

  private static String missing(Resource resource) {
    if (resource.is(GroupKind.CONFIG_MAP)) {
      return "the ConfigMap lacks the label `app.kubernetes.io/part-of`";
    }
    return resource.is(GroupKind.CLUSTER)
        ? "the Cluster has neither `instances` nor `storage`"
        : "the Gateway has no `gatewayClassName`";
  }

  private static boolean lists(Kustomization kustomization, Resource resource) {
    return kustomization.texts("resources").stream()
        .anyMatch(
            it ->
                RelativePath.resolve(kustomization.directory(), it.text()).equals(resource.file()));
  }
}
