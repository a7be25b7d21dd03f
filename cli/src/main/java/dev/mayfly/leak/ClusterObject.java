package dev.mayfly.leak;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An object of a cluster that is of a preview.
 *
 * @param namespace empty for an object of the whole cluster
 * @param by what shows whose it is, such as {@code labels}
 */
record ClusterObject(
    GroupKind type, String namespace, String name, PreviewId preview, String by, MapNode node) {
  /** The ids of its owners. */
  List<String> owners() {
    return node.itemsAt("metadata", "ownerReferences").stream()
        .map(owner -> owner.textOrEmpty("uid"))
        .filter(uid -> !uid.isEmpty())
        .toList();
  }

  String text(String... path) {
    return node.textOrEmpty(path);
  }

  String uid() {
    return text("metadata", "uid");
  }

  List<String> finalizers() {
    return node.stringsAt("metadata", "finalizers");
  }

  /** Since when it is being deleted. */
  Optional<Instant> deletedAt() {
    return Timestamp.parse(text("metadata", "deletionTimestamp"));
  }

  Location location() {
    return node.location();
  }

  /**
   * As {@code kubectl} takes the kind, whatever its version: {@code cluster.postgresql.cnpg.io}.
   */
  static String resource(GroupKind type) {
    String kind = type.kind().toLowerCase(Locale.ROOT);
    return type.group().isEmpty() ? kind : kind + "." + type.group();
  }

  /** What names it to {@code kubectl}, in words that no shell reads otherwise. */
  String argument() {
    return resource(type) + " " + name + (namespace.isEmpty() ? "" : " -n " + namespace);
  }

  /** As lint calls objects. */
  String subject() {
    return type.kind() + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }

  boolean is(GroupKind other) {
    return type.equals(other);
  }
}
