package dev.mayfly.golden;

import java.util.LinkedHashMap;
import java.util.Map;

/** An object with the tracking id that Argo CD gives it (Argo CD docs, "Resource tracking"). */
final class TrackedObject {
  static final String TRACKING_ID = "argocd.argoproj.io/tracking-id";

  private TrackedObject() {}

  @SuppressWarnings("unchecked")
  static Object of(Object object, String application) {
    Map<String, Object> root = (Map<String, Object>) object;
    Map<String, Object> metadata = (Map<String, Object>) root.get("metadata");
    String version = String.valueOf(root.get("apiVersion"));
    String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    String id =
        "%s:%s/%s:%s/%s"
            .formatted(
                application,
                group,
                root.get("kind"),
                metadata.getOrDefault("namespace", ""),
                metadata.getOrDefault("name", ""));
    return withId(root, id);
  }

  @SuppressWarnings("unchecked")
  static Object withId(Object object, String id) {
    Map<String, Object> root = new LinkedHashMap<>((Map<String, Object>) object);
    Map<String, Object> metadata = new LinkedHashMap<>((Map<String, Object>) root.get("metadata"));
    Map<String, Object> annotations = new LinkedHashMap<>();
    if (metadata.get("annotations") instanceof Map<?, ?> there) {
      annotations.putAll((Map<String, Object>) there);
    }
    annotations.put(TRACKING_ID, id);
    metadata.put("annotations", annotations);
    root.put("metadata", metadata);
    return root;
  }
}
