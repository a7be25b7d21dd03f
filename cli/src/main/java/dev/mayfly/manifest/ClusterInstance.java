package dev.mayfly.manifest;

import dev.mayfly.platform.Database.Instance;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.Map;

/** The values of the one instance of a cluster that a preview owns. */
final class ClusterInstance {
  private ClusterInstance() {}

  static Scope put(Scope scope, Instance instance) {
    Value.Fields resources = with(Value.EMPTY, "requests", instance.requests());
    return scope
        .put("instance.image", instance.image())
        .put("instance.storageClass", instance.storageClass().map(Value::of).orElse(Value.ABSENT))
        .put("instance.size", instance.size())
        .put("instance.resources", with(resources, "limits", instance.limits()).orAbsent());
  }

  private static Value.Fields with(Value.Fields all, String key, Map<String, String> amounts) {
    return amounts.isEmpty() ? all : all.with(key, Value.ofAll(amounts));
  }
}
