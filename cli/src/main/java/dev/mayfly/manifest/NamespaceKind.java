package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.NamespacePolicy;
import dev.mayfly.platform.NamespacePolicy.Strategy;
import dev.mayfly.template.Scope;
import java.util.List;

/** The preview's Namespace, at the lowest sync wave: created first, deleted last. */
final class NamespaceKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    NamespacePolicy policy = blueprint.platform().namespace();
    if (policy.strategy() != Strategy.MANIFEST) {
      return List.of();
    }
    Scope scope = new Scope(blueprint.facts()).put("podSecurity", policy.podSecurity());
    return List.of(
        new Manifest("namespace.yaml", templates.render(TemplateName.OVERLAY_NAMESPACE, scope)));
  }
}
