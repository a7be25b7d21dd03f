package dev.mayfly.manifest;

import dev.mayfly.diagnostic.ProgramFile;
import dev.mayfly.yaml.Choice;
import java.util.Arrays;
import java.util.List;

/** Every bundled JSON Schema, by its path below {@code schemas/}. */
public enum SchemaName {
  /** {@code mayfly.yaml}. */
  PLATFORM("mayfly.schema.json"),
  LINT_REPORT("lint-report.schema.json"),
  STATUS_REPORT("status-report.schema.json"),
  PREVIEW("kinds/mayfly.dev_preview.schema.json"),
  IMAGE_LOCK("kinds/mayfly.dev_imagelock.schema.json"),
  CLUSTER_FACTS("kinds/mayfly.dev_clusterfacts.schema.json"),
  CHART("kinds/helm.sh_chart.schema.json"),
  KUSTOMIZATION("kinds/kustomize.config.k8s.io_kustomization.schema.json"),
  // Named after group and kind, as KindSchemas looks them up.
  NAMESPACE("kinds/core_namespace.schema.json"),
  RESOURCE_QUOTA("kinds/core_resourcequota.schema.json"),
  LIMIT_RANGE("kinds/core_limitrange.schema.json"),
  CONFIG_MAP("kinds/core_configmap.schema.json"),
  CONFIG_MAP_PATCH("kinds/core_configmap.patch.schema.json"),
  JOB("kinds/batch_job.schema.json"),
  NETWORK_POLICY("kinds/networking.k8s.io_networkpolicy.schema.json"),
  EXTERNAL_SECRET("kinds/external-secrets.io_externalsecret.schema.json"),
  PASSWORD("kinds/generators.external-secrets.io_password.schema.json"),
  CLUSTER("kinds/postgresql.cnpg.io_cluster.schema.json"),
  CLUSTER_PATCH("kinds/postgresql.cnpg.io_cluster.patch.schema.json"),
  BACKUP("kinds/postgresql.cnpg.io_backup.schema.json"),
  SCHEDULED_BACKUP("kinds/postgresql.cnpg.io_scheduledbackup.schema.json"),
  DATABASE("kinds/postgresql.cnpg.io_database.schema.json"),
  DATABASE_ROLE("kinds/postgresql.cnpg.io_databaserole.schema.json"),
  INGRESS("kinds/networking.k8s.io_ingress.schema.json"),
  HTTP_ROUTE("kinds/gateway.networking.k8s.io_httproute.schema.json"),
  GATEWAY("kinds/gateway.networking.k8s.io_gateway.schema.json"),
  GATEWAY_PATCH("kinds/gateway.networking.k8s.io_gateway.patch.schema.json"),
  LISTENER_SET("kinds/gateway.networking.k8s.io_listenerset.schema.json"),
  CERTIFICATE("kinds/cert-manager.io_certificate.schema.json"),
  SECURITY_POLICY("kinds/gateway.envoyproxy.io_securitypolicy.schema.json"),
  STORAGE_CLASS("kinds/storage.k8s.io_storageclass.schema.json"),
  VOLUME_SNAPSHOT_CLASS("kinds/snapshot.storage.k8s.io_volumesnapshotclass.schema.json"),
  ADMISSION_POLICY("kinds/admissionregistration.k8s.io_validatingadmissionpolicy.schema.json"),
  ADMISSION_POLICY_BINDING(
      "kinds/admissionregistration.k8s.io_validatingadmissionpolicybinding.schema.json"),
  APP_PROJECT("kinds/argoproj.io_appproject.schema.json"),
  APPLICATION_SET("kinds/argoproj.io_applicationset.schema.json");

  private final String path;

  SchemaName(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }

  /** What a user calls it: {@code platform}. */
  public String word() {
    return Choice.word(this);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(SchemaName::word).toList();
  }

  /** The schema's text, as it lies in the project. */
  public byte[] bytes() {
    return ProgramFile.bytes("schemas/" + path);
  }
}
