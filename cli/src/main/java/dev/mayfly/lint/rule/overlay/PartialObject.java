package dev.mayfly.lint.rule.overlay;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import java.util.Set;

/** A part of an object that somebody else owns is listed as a resource. */
public final class PartialObject implements ResourceRule {
  /** Argo CD reads its settings of ConfigMaps with its label only, and installs them with it. */
  private static final Set<String> OF_ARGO =
      Set.of("argocd-cm", "argocd-rbac-cm", "argocd-cmd-params-cm");

  private static final String LABEL = "app.kubernetes.io/part-of";

  @Override
  public void check(Corpus corpus, Resource resource, Findings out) {
    String lacking = lacking(corpus, resource);
    boolean listed = !corpus.including(resource).isEmpty();
    if (!lacking.isEmpty() && listed && !corpus.mayChange(resource)) {
      out.add(resource.subject(), lacking);
    }
  }

  /** What a whole object would have; empty where nothing is known to be missing. */
  private static String lacking(Corpus corpus, Resource resource) {
    if (resource.is(GroupKind.CLUSTER)
        && resource.at("spec", "instances") == null
        && resource.at("spec", "storage") == null) {
      return "the Cluster has neither `instances` nor `storage`";
    }
    if (resource.is(GroupKind.GATEWAY) && resource.at("spec", "gatewayClassName") == null) {
      return "the Gateway has no `gatewayClassName`";
    }
    return resource.is(GroupKind.CONFIG_MAP)
            && OF_ARGO.contains(resource.name())
            && !corpus.mayChange(resource, "labels", "commonLabels")
            && resource.at("metadata", "labels", LABEL) == null
        ? "`" + resource.name() + "` has no label `" + LABEL + "`"
        : "";
  }
}
