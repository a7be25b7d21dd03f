package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.NamespacePolicy;
import dev.mayfly.template.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one preview may use, and that it opens no door of its own to the outside. */
final class ResourceQuotaKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    NamespacePolicy policy = blueprint.platform().namespace();
    if (policy.isShared()) {
      return List.of();
    }
    Map<String, String> hard = new LinkedHashMap<>(policy.quota());
    hard.putIfAbsent("services.loadbalancers", "0");
    hard.putIfAbsent("services.nodeports", "0");
    return List.of(
        templates.manifest(
            "resource-quota.yaml",
            TemplateName.OVERLAY_RESOURCE_QUOTA,
            OverlayScope.labelled(blueprint).put("quota", Value.ofAll(hard))));
  }
}
