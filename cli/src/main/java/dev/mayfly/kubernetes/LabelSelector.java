package dev.mayfly.kubernetes;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which objects are meant, by their labels (Kubernetes docs, "Labels and Selectors"). */
public record LabelSelector(@Nullable Node node) {
  /** Whether every object is meant: the selector is there, and asks for nothing. */
  public boolean meansAll() {
    return node instanceof MapNode map && map.entries().isEmpty();
  }

  /** The labels that an object must have, each with its value. */
  public List<MapNode.Entry> labels() {
    return NodeValues.entries(node == null ? null : node.at("matchLabels"));
  }

  /** The value that an object's label must have; empty where any will do, by its labels alone. */
  public Optional<String> value(String label) {
    return Optional.ofNullable(node == null ? null : node.textAt("matchLabels", label));
  }

  /** The terms that an object's labels must meet, each with an operator. */
  public List<Node> expressions() {
    return NodeValues.items(node == null ? null : node.at("matchExpressions"));
  }

  /** Whether no object can be meant by both: they ask for two values of one label. */
  public boolean isApartFrom(LabelSelector other) {
    return labels().stream()
        .anyMatch(label -> other.labels().stream().anyMatch(it -> apart(it, label)));
  }

  private static boolean apart(MapNode.Entry one, MapNode.Entry other) {
    return one.key().text().equals(other.key().text())
        && !NodeValues.text(one.value()).equals(NodeValues.text(other.value()));
  }
}
