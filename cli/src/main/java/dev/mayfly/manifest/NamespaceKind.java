package dev.mayfly.manifest;

import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.NamespacePolicy;
import dev.mayfly.platform.NamespacePolicy.Strategy;
import dev.mayfly.template.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The preview's Namespace, at the lowest sync wave: created first, deleted last. */
final class NamespaceKind implements OverlayKind {
  /** The labels that make a namespace keep to a level, by name. */
  static Map<String, String> podSecurity(String level) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String mode : List.of("enforce", "audit", "warn")) {
      labels.put(KubernetesMetadata.POD_SECURITY + mode, level);
    }
    return labels;
  }

  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    NamespacePolicy policy = blueprint.platform().namespace();
    if (policy.strategy() != Strategy.MANIFEST) {
      return List.of();
    }
    Scope scope = new Scope(blueprint.facts()).put("podSecurity", policy.podSecurity().word());
    return List.of(templates.manifest("namespace.yaml", TemplateName.OVERLAY_NAMESPACE, scope));
  }
}
