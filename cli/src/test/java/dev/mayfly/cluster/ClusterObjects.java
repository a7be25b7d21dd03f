package dev.mayfly.cluster;

import dev.mayfly.golden.PolicyProgram;
import dev.mayfly.golden.RenderedPlatform;
import dev.mayfly.golden.TrackedObject;
import dev.mayfly.manifest.YamlDraft;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of a rendered platform becomes an object of a cluster, by path. */
final class ClusterObjects {
  private ClusterObjects() {}

  static SortedMap<String, String> ofPlatform(YamlDraft draft) {
    return among(RenderedPlatform.of(draft, "1").platformSet());
  }

  /** The objects of one preview of each app, as Mayfly commits them. */
  static SortedMap<String, String> ofPreviews(YamlDraft draft, String number) {
    return among(RenderedPlatform.of(draft, number).overlays());
  }

  /** The same as Argo CD applies them: with the tracking id of the preview's Application. */
  static SortedMap<String, String> trackedPreviews(YamlDraft draft, String number) {
    RenderedPlatform rendered = RenderedPlatform.of(draft, number);
    SortedMap<String, String> tracked = new TreeMap<>();
    among(rendered.overlays())
        .forEach((path, text) -> {
          String application = rendered.application(path.split("/")[1], number);
          Object object = PolicyProgram.value(ApiClient.read(text));
          tracked.put(path, ObjectText.of(TrackedObject.of(object, application)));
        });
    return tracked;
  }

  /** Kustomizations, records and charts steer other programs; a patch is no whole object. */
  static SortedMap<String, String> among(Map<String, String> files) {
    SortedMap<String, String> objects = new TreeMap<>();
    files.forEach((path, text) -> {
      if (path.endsWith(".yaml")
          && !path.contains("/patches/")
          && !path.contains("/baseline/")
          && !path.endsWith("/kustomization.yaml")
          && !path.endsWith("/preview.yaml")) {
        objects.put(path, text);
      }
    });
    return objects;
  }
}
