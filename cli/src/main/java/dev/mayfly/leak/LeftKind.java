package dev.mayfly.leak;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.yaml.Choice;

/** What sort of thing is left of a preview. */
enum LeftKind {
  APPLICATION(0),
  DATABASE(1),
  ROUTE(2),
  SECRET(2),
  OBJECT(2),
  NAMESPACE(3),
  SNAPSHOT(4),
  VOLUME(4);

  private final int rank;

  LeftKind(int rank) {
    this.rank = rank;
  }

  static LeftKind of(GroupKind type) {
    return switch (type.kind()) {
      case "Application" -> APPLICATION;
      case "Namespace" -> NAMESPACE;
      case "Cluster", "Database", "DatabaseRole" -> DATABASE;
      case "Backup", "VolumeSnapshot", "VolumeSnapshotContent" -> SNAPSHOT;
      case "PersistentVolume", "PersistentVolumeClaim" -> VOLUME;
      case "HTTPRoute", "GRPCRoute", "Ingress" -> ROUTE;
      case "Secret", "ExternalSecret" -> SECRET;
      default -> OBJECT;
    };
  }

  /** The order in which things are removed: whoever takes others along first, storage last. */
  int rank() {
    return rank;
  }

  /** As the name of a finding ends. */
  String word() {
    return Choice.word(this);
  }
}
