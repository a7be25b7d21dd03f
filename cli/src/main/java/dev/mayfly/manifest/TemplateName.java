package dev.mayfly.manifest;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every bundled template, by its path below {@code templates/}. */
public enum TemplateName {
  OVERLAY_BINDINGS_CONFIG("overlay/bindings-config.yaml"),
  OVERLAY_BINDINGS_DATABASE("overlay/bindings-database.yaml"),
  OVERLAY_BINDINGS_PULL_SECRET("overlay/bindings-pull-secret.yaml"),
  OVERLAY_BINDINGS_SECRET("overlay/bindings-secret.yaml"),
  OVERLAY_BINDINGS_SECRET_TYPED("overlay/bindings-secret-typed.yaml"),
  OVERLAY_DATABASE_BACKUP("overlay/database-backup.yaml"),
  OVERLAY_DATABASE_CLUSTER_CLONE("overlay/database-cluster-clone.yaml"),
  OVERLAY_DATABASE_CLUSTER_EPHEMERAL("overlay/database-cluster-ephemeral.yaml"),
  OVERLAY_DATABASE_DISABLED_ROLE("overlay/database-disabled-role.yaml"),
  OVERLAY_DATABASE_PASSWORD("overlay/database-password.yaml"),
  OVERLAY_DATABASE_RECOVERY_BACKUP("overlay/database-recovery-backup.yaml"),
  OVERLAY_DATABASE_RECOVERY_VOLUME_SNAPSHOT("overlay/database-recovery-volume-snapshot.yaml"),
  OVERLAY_DATABASE_ROLE_SECRET("overlay/database-role-secret.yaml"),
  OVERLAY_DATABASE_ROLE("overlay/database-role.yaml"),
  OVERLAY_DATABASE("overlay/database.yaml"),
  OVERLAY_HTTP_ROUTE("overlay/http-route.yaml"),
  OVERLAY_INGRESS("overlay/ingress.yaml"),
  OVERLAY_KUSTOMIZATION("overlay/kustomization.yaml"),
  OVERLAY_LIMIT_RANGE("overlay/limit-range.yaml"),
  OVERLAY_MIGRATION_CHECK("overlay/migration-check.yaml"),
  OVERLAY_NAMESPACE("overlay/namespace.yaml"),
  OVERLAY_NETWORK_POLICY_DATABASE_CLUSTER("overlay/network-policy-database-cluster.yaml"),
  OVERLAY_NETWORK_POLICY_DATABASE("overlay/network-policy-database.yaml"),
  OVERLAY_NETWORK_POLICY_DEFAULT_DENY("overlay/network-policy-default-deny.yaml"),
  OVERLAY_NETWORK_POLICY_DNS("overlay/network-policy-dns.yaml"),
  OVERLAY_NETWORK_POLICY_EGRESS("overlay/network-policy-egress.yaml"),
  OVERLAY_NETWORK_POLICY_EGRESS_RANGE("overlay/network-policy-egress-range.yaml"),
  OVERLAY_NETWORK_POLICY_GATEWAY("overlay/network-policy-gateway.yaml"),
  OVERLAY_NETWORK_POLICY_INGRESS("overlay/network-policy-ingress.yaml"),
  OVERLAY_NETWORK_POLICY_INGRESS_RANGE("overlay/network-policy-ingress-range.yaml"),
  OVERLAY_NETWORK_POLICY_SAME_PREVIEW("overlay/network-policy-same-preview.yaml"),
  OVERLAY_PREVIEW("overlay/preview.yaml"),
  OVERLAY_RESOURCE_QUOTA("overlay/resource-quota.yaml"),
  COMMENT_DELIVERED("comment/delivered.yaml"),
  COMMENT_FAILED("comment/failed.yaml"),
  COMMENT_GOING("comment/going.yaml"),
  COMMENT_GONE("comment/gone.yaml"),
  COMMENT_LIVE("comment/live.yaml"),
  COMMENT_REFUSED("comment/refused.yaml"),
  COMMENT_SCHEDULED("comment/scheduled.yaml"),
  COMMENT_WAITING("comment/waiting.yaml"),
  CHART_CHART("chart/Chart.yaml"),
  CHART_VALUES_SCHEMA("chart/values.schema.yaml"),
  PLATFORM_ACCESS_SECRET("platform/access-secret.yaml"),
  PLATFORM_ADMISSION_POLICY_BINDING("platform/admission-policy-binding.yaml"),
  PLATFORM_ADMISSION_POLICY("platform/admission-policy.yaml"),
  PLATFORM_APP_PROJECT("platform/app-project.yaml"),
  PLATFORM_APPLICATION_SET("platform/application-set.yaml"),
  PLATFORM_APPLICATION("platform/application.yaml"),
  PLATFORM_CATCH_ALL_ROUTE("platform/catch-all-route.yaml"),
  PLATFORM_CERTIFICATE("platform/certificate.yaml"),
  PLATFORM_ENVIRONMENT("platform/environment.yaml"),
  PLATFORM_GATEWAY("platform/gateway.yaml"),
  PLATFORM_GENERATOR_GIT_FILES("platform/generator-git-files.yaml"),
  PLATFORM_GENERATOR_GITHUB("platform/generator-github.yaml"),
  PLATFORM_GENERATOR_GITLAB("platform/generator-gitlab.yaml"),
  PLATFORM_KUSTOMIZATION("platform/kustomization.yaml"),
  PLATFORM_LISTENER_SET("platform/listener-set.yaml"),
  PLATFORM_SCHEDULED_BACKUP("platform/scheduled-backup.yaml"),
  PLATFORM_SECURITY_POLICY("platform/security-policy.yaml"),
  PLATFORM_SECURITY_POLICY_NETWORK("platform/security-policy-network.yaml"),
  PLATFORM_SECURITY_POLICY_OIDC("platform/security-policy-oidc.yaml"),
  PLATFORM_STORAGE_CLASS("platform/storage-class.yaml"),
  PLATFORM_VOLUME_SNAPSHOT_CLASS("platform/volume-snapshot-class.yaml"),
  PLATFORM_WEBHOOK_INGRESS("platform/webhook-ingress.yaml"),
  PLATFORM_WEBHOOK_ROUTE("platform/webhook-route.yaml"),
  PLATFORM_WEBHOOK_SECRET_MERGE("platform/webhook-secret-merge.yaml"),
  PLATFORM_WEBHOOK_SECRET_OWN("platform/webhook-secret-own.yaml"),
  PATCHES_ARGOCD_CM("patches/argocd-cm.yaml"),
  PATCHES_ARGOCD_CMD_PARAMS_CM("patches/argocd-cmd-params-cm.yaml"),
  PATCHES_ARGOCD_NOTIFICATIONS_GITEA("patches/argocd-notifications-cm-gitea.yaml"),
  PATCHES_ARGOCD_NOTIFICATIONS_GITHUB("patches/argocd-notifications-cm-github.yaml"),
  PATCHES_ARGOCD_NOTIFICATIONS_GITLAB("patches/argocd-notifications-cm-gitlab.yaml"),
  PATCHES_GATEWAY("patches/gateway.yaml"),
  PATCHES_SOURCE_CLUSTER("patches/source-cluster.yaml");

  private final String path;

  TemplateName(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }

  /** The paths of all templates, sorted. */
  public static SortedSet<String> paths() {
    return Arrays.stream(values())
        .map(TemplateName::path)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(TreeSet::new), Collections::unmodifiableSortedSet));
  }
}
