package dev.mayfly.kubernetes;

import java.util.List;

/**
 * Which resources may be named in a map from resources to amounts; a name with a slash may be
 * anybody's (Kubernetes, {@code pkg/apis/core/helper/helpers.go}).
 */
enum ResourceNames {
  ANY(),
  CONTAINER("cpu", "memory", "ephemeral-storage"),
  LIMIT("cpu", "memory", "ephemeral-storage", "storage"),
  QUOTA(
      "cpu",
      "memory",
      "ephemeral-storage",
      "requests.cpu",
      "requests.memory",
      "requests.storage",
      "requests.ephemeral-storage",
      "limits.cpu",
      "limits.memory",
      "limits.ephemeral-storage",
      "pods",
      "resourcequotas",
      "services",
      "replicationcontrollers",
      "secrets",
      "persistentvolumeclaims",
      "configmaps",
      "services.nodeports",
      "services.loadbalancers");

  private final List<String> words;

  ResourceNames(String... words) {
    this.words = List.of(words);
  }

  boolean take(String name) {
    return words.isEmpty()
        || words.contains(name)
        || name.contains("/")
        || name.startsWith("hugepages-")
        || name.startsWith("requests.hugepages-");
  }

  List<String> words() {
    return words;
  }
}
