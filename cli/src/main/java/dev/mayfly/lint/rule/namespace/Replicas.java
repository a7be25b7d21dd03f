package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Numbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The range in which a HorizontalPodAutoscaler keeps the replicas of a workload. */
record Replicas(long least, long most) {
  /** By kind and name of the workload. */
  static Map<String, Replicas> of(List<Resource> objects, Findings out) {
    Map<String, Replicas> ranges = new HashMap<>();
    for (Resource object : objects) {
      if (object.kind().equals("HorizontalPodAutoscaler")) {
        String kind = object.textOrEmpty("spec", "scaleTargetRef", "kind");
        String name = object.textOrEmpty("spec", "scaleTargetRef", "name");
        long least = Numbers.read(object.at("spec", "minReplicas"), out).orElse(1);
        long most = Numbers.read(object.at("spec", "maxReplicas"), out).orElse(least);
        ranges.put(kind + "/" + name, new Replicas(least, Math.max(least, most)));
      }
    }
    return ranges;
  }

  /** What becomes of a written number: it is brought into the range, or grows to its end. */
  long of(long written, boolean largest) {
    return largest ? most : Math.clamp(written, least, most);
  }
}
