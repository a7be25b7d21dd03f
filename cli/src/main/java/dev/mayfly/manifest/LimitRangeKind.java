package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.NamespacePolicy;
import java.util.List;

/** Defaults for containers that name none; without them a quota would refuse their pods. */
final class LimitRangeKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    NamespacePolicy policy = blueprint.platform().namespace();
    if (policy.isShared() || policy.limits().isEmpty()) {
      return List.of();
    }
    return List.of(
        templates.manifest(
            "limit-range.yaml",
            TemplateName.OVERLAY_LIMIT_RANGE,
            OverlayScope.labelled(blueprint)
                .put("default", OverlayScope.optional(policy.limits().defaults()))
                .put("defaultRequest", OverlayScope.optional(policy.limits().defaultRequests()))));
  }
}
