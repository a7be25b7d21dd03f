package dev.mayfly.manifest;

import dev.mayfly.platform.Database.Instance;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of the one instance of a cluster that a preview owns. */
final class ClusterInstance {
  private ClusterInstance() {}

  static Scope put(Scope scope, Instance instance) {
    Map<String, Value> resources = new LinkedHashMap<>();
    if (!instance.requests().isEmpty()) {
      resources.put("requests", Value.ofAll(instance.requests()));
    }
    if (!instance.limits().isEmpty()) {
      resources.put("limits", Value.ofAll(instance.limits()));
    }
    return scope
        .put("instance.image", instance.image())
        .put("instance.storageClass", instance.storageClass().map(Value::of).orElse(Value.ABSENT))
        .put("instance.size", instance.size())
        .put(
            "instance.resources", resources.isEmpty() ? Value.ABSENT : new Value.Fields(resources));
  }
}
