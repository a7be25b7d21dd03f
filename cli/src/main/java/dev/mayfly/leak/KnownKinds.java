package dev.mayfly.leak;

import dev.mayfly.platform.ResourceKind;

/** The kinds that the search for leaks treats in a way of their own. */
final class KnownKinds {
  static final ResourceKind NAMESPACE = new ResourceKind("", "Namespace");
  static final ResourceKind SECRET = new ResourceKind("", "Secret");
  static final ResourceKind CLAIM = new ResourceKind("", "PersistentVolumeClaim");
  static final ResourceKind VOLUME = new ResourceKind("", "PersistentVolume");
  static final ResourceKind APPLICATION = new ResourceKind("argoproj.io", "Application");
  static final ResourceKind PROJECT = new ResourceKind("argoproj.io", "AppProject");
  static final ResourceKind DATABASE = new ResourceKind("postgresql.cnpg.io", "Database");
  static final ResourceKind DATABASE_ROLE = new ResourceKind("postgresql.cnpg.io", "DatabaseRole");
  static final ResourceKind BACKUP = new ResourceKind("postgresql.cnpg.io", "Backup");
  static final ResourceKind SNAPSHOT =
      new ResourceKind("snapshot.storage.k8s.io", "VolumeSnapshot");
  static final ResourceKind SNAPSHOT_CONTENT =
      new ResourceKind("snapshot.storage.k8s.io", "VolumeSnapshotContent");

  private KnownKinds() {}
}
