package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import java.util.List;

/** The ConfigMap with an app's plain settings. */
final class BindingConfigKind implements OverlayKind {
  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    return blueprint
        .config()
        .map(data ->
            List.of(
                templates.manifest(
                    "bindings-config.yaml",
                    TemplateName.OVERLAY_BINDINGS_CONFIG,
                    OverlayScope.labelled(blueprint).put("data", data))))
        .orElse(List.of());
  }
}
