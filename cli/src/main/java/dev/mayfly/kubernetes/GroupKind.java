package dev.mayfly.kubernetes;

import dev.mayfly.yaml.Node;

/** A Kubernetes type whatever its version, such as {@code argoproj.io/Application}. */
public record GroupKind(String group, String kind) implements Comparable<GroupKind> {
  public static final GroupKind APPLICATION_SET = new GroupKind("argoproj.io", "ApplicationSet");
  public static final GroupKind APPLICATION = new GroupKind("argoproj.io", "Application");
  public static final GroupKind PROJECT = new GroupKind("argoproj.io", "AppProject");
  public static final GroupKind CLUSTER = new GroupKind("postgresql.cnpg.io", "Cluster");
  public static final GroupKind BACKUP = new GroupKind("postgresql.cnpg.io", "Backup");
  public static final GroupKind SCHEDULED_BACKUP =
      new GroupKind("postgresql.cnpg.io", "ScheduledBackup");
  public static final GroupKind DATABASE = new GroupKind("postgresql.cnpg.io", "Database");
  public static final GroupKind DATABASE_ROLE = new GroupKind("postgresql.cnpg.io", "DatabaseRole");
  public static final GroupKind HTTP_ROUTE =
      new GroupKind("gateway.networking.k8s.io", "HTTPRoute");
  public static final GroupKind GRPC_ROUTE =
      new GroupKind("gateway.networking.k8s.io", "GRPCRoute");
  public static final GroupKind GATEWAY = new GroupKind("gateway.networking.k8s.io", "Gateway");
  public static final GroupKind EXTERNAL_SECRET =
      new GroupKind("external-secrets.io", "ExternalSecret");
  public static final GroupKind NAMESPACE = new GroupKind("", "Namespace");
  public static final GroupKind RESOURCE_QUOTA = new GroupKind("", "ResourceQuota");
  public static final GroupKind LIMIT_RANGE = new GroupKind("", "LimitRange");
  public static final GroupKind SERVICE_ACCOUNT = new GroupKind("", "ServiceAccount");
  public static final GroupKind PERSISTENT_VOLUME = new GroupKind("", "PersistentVolume");
  public static final GroupKind PERSISTENT_VOLUME_CLAIM =
      new GroupKind("", "PersistentVolumeClaim");
  public static final GroupKind SERVICE = new GroupKind("", "Service");
  public static final GroupKind CONFIG_MAP = new GroupKind("", "ConfigMap");
  public static final GroupKind SECRET = new GroupKind("", "Secret");
  public static final GroupKind INGRESS = new GroupKind("networking.k8s.io", "Ingress");
  public static final GroupKind NETWORK_POLICY =
      new GroupKind("networking.k8s.io", "NetworkPolicy");
  public static final GroupKind STORAGE_CLASS = new GroupKind("storage.k8s.io", "StorageClass");
  public static final GroupKind VOLUME_SNAPSHOT =
      new GroupKind("snapshot.storage.k8s.io", "VolumeSnapshot");
  public static final GroupKind VOLUME_SNAPSHOT_CLASS =
      new GroupKind("snapshot.storage.k8s.io", "VolumeSnapshotClass");
  public static final GroupKind VOLUME_SNAPSHOT_CONTENT =
      new GroupKind("snapshot.storage.k8s.io", "VolumeSnapshotContent");

  public static final GroupKind LISTENER_SET =
      new GroupKind("gateway.networking.k8s.io", "ListenerSet");
  public static final GroupKind SECURITY_POLICY =
      new GroupKind("gateway.envoyproxy.io", "SecurityPolicy");

  /** What {@code mayfly.yaml} is, and the record of a preview. */
  public static final GroupKind PLATFORM = new GroupKind("mayfly.dev", "PreviewPlatform");

  public static final GroupKind PREVIEW = new GroupKind("mayfly.dev", "Preview");
  public static final GroupKind CLUSTER_FACTS = new GroupKind("mayfly.dev", "ClusterFacts");

  /** The type of an object, as it says itself; what it does not say is empty. */
  public static GroupKind of(Node object) {
    return new GroupKind(groupOf(object.textOrEmpty("apiVersion")), object.textOrEmpty("kind"));
  }

  /** What stands before the slash of an {@code apiVersion}; the core group is the empty text. */
  public static String groupOf(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** By hand: every rule asks it of every object, and a record's own is a chain of calls. */
  @Override
  public boolean equals(Object other) {
    return other instanceof GroupKind it && kind.equals(it.kind) && group.equals(it.group);
  }

  @Override
  public int hashCode() {
    return 31 * group.hashCode() + kind.hashCode();
  }

  @Override
  public int compareTo(GroupKind other) {
    int byGroup = group.compareTo(other.group);
    return byGroup != 0 ? byGroup : kind.compareTo(other.kind);
  }

  @Override
  public String toString() {
    return group.isEmpty() ? kind : group + "/" + kind;
  }
}
