package dev.mayfly.leak;

import dev.mayfly.yaml.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The AppProjects that were listed where Argo CD is; those elsewhere mean nothing to it. */
final class ListedProjects {
  private final String namespace;
  private final Map<String, Node> projects = new HashMap<>();

  ListedProjects(String namespace) {
    this.namespace = namespace;
  }

  void add(Node project) {
    if (project.textOrEmpty("metadata", "namespace").equals(namespace)) {
      projects.put(project.textOrEmpty("metadata", "name"), project);
    }
  }

  Optional<Node> get(String name) {
    return Optional.ofNullable(projects.get(name));
  }

  /** Whether others were listed, and not this one. */
  boolean lacks(String name) {
    return !projects.isEmpty() && !projects.containsKey(name);
  }
}
