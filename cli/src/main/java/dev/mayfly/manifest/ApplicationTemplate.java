package dev.mayfly.manifest;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.argocd.SyncOption;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Database;
import dev.mayfly.platform.GitOps;
import dev.mayfly.platform.NamespacePolicy.Strategy;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.TargetCluster;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Application of a preview: the deploy bundle first, the GitOps repository's own path last,
 * since the last source wins where both bring one object (Argo CD docs, multiple sources).
 */
final class ApplicationTemplate {
  private ApplicationTemplate() {}

  static Value.Fields of(PlatformContext context, Blueprint blueprint) {
    Platform platform = context.platform();
    App app = blueprint.app();
    boolean environment = blueprint.isEnvironment();
    boolean waits = blueprint.isInEnvironment();
    Scope facts = new Scope(blueprint.facts());
    if (!waits) {
      retry(facts, false);
    }
    Scope scope =
        (environment ? new Scope(facts) : BundleAddress.scope(platform, app, facts))
            .put("project", platform.argocd().project())
            .put("cluster", cluster(platform.argocd().cluster(), false))
            .put("clusterName", cluster(platform.argocd().cluster(), true))
            .put("overlay.repository", platform.gitops().repository())
            .put("overlay.branch", platform.gitops().branch())
            .put("syncOptions", Value.ofAll(syncOptions(blueprint)));
    if (environment) {
      scope.put("overlay.path", overlayPath(blueprint));
      return context.templates().render(TemplateName.PLATFORM_ENVIRONMENT, scope);
    }
    scope
        .put("annotations", annotations(blueprint))
        .put("namespaceMetadata", namespaceMetadata(blueprint));
    if (waits) {
      retry(scope, true);
    }
    BundleSource.put(scope, blueprint);
    overlaySource(scope, blueprint);
    return context.templates().render(TemplateName.PLATFORM_APPLICATION, scope);
  }

  /**
   * How a sync that failed is tried again; an admin's template may say so itself. An app of an
   * environment waits for the namespace, which another Application brings: Argo CD syncs a commit
   * whose sync failed for good never again ({@code alreadyAttemptedSync}), and looks for the other
   * one every few seconds. So there a template without it is refused. It must end all the same: it
   * is in the way of a removal.
   */
  private static void retry(Scope scope, boolean waits) {
    scope
        .put("retry.limit", new Value.Num(waits ? 8 : 3))
        .put("retry.maxDuration", waits ? "10s" : "5s");
  }

  private static Text overlayPath(Blueprint blueprint) {
    String numbered = PreviewFolders.overlay(blueprint.app().name(), "");
    return Text.of(blueprint.platform().gitops().inRepository(numbered))
        .plus(Text.of(new Fact.Number()));
  }

  private static Value cluster(TargetCluster cluster, boolean byName) {
    return cluster.byName() == byName ? Value.of(cluster.value()) : Value.ABSENT;
  }

  private static void overlaySource(Scope scope, Blueprint blueprint) {
    String app = blueprint.app().name();
    GitOps gitops = blueprint.platform().gitops();
    if (blueprint.platform().gitops().isGenerator()) {
      Value.Fields pullRequest = Value.EMPTY.with("number", Text.of(new Fact.Number()));
      scope
          .put("overlay.path", gitops.inRepository(PreviewFolders.baseline(app)))
          .put(
              "overlay.helm",
              Value.EMPTY.with("valuesObject", Value.EMPTY.with("pr", pullRequest)));
    } else {
      scope.put("overlay.path", overlayPath(blueprint)).put("overlay.helm", Value.ABSENT);
    }
  }

  private static Value annotations(Blueprint blueprint) {
    Value.Fields link =
        blueprint
            .url()
            .map(url -> Value.EMPTY.with(ArgoMetadata.LINK + "preview", url))
            .orElse(Value.EMPTY);
    return NotificationsKind.marked(link, blueprint).orAbsent();
  }

  private static List<String> syncOptions(Blueprint blueprint) {
    List<String> options = new ArrayList<>();
    if (!waitsForOthers(blueprint.app())) {
      options.add(SyncOption.APPLY_OUT_OF_SYNC_ONLY.on());
    }
    if (blueprint.platform().namespace().strategy() == Strategy.CREATE_NAMESPACE) {
      options.add(SyncOption.CREATE_NAMESPACE.on());
    }
    options.add(SyncOption.FAIL_ON_SHARED_RESOURCE.on());
    options.add(SyncOption.SERVER_SIDE_APPLY.on());
    return options;
  }

  /**
   * Whether a sync has to wait for objects that it does not change. With {@code
   * ApplyOutOfSyncOnly=true} it neither applies them nor waits for their health, which takes the
   * walk through all waves from every push; hooks run and what is gone is pruned all the same (ADR
   * 0018 gives the places in Argo CD). A migration check is the one thing here that must not run
   * before an unchanged database or workload is ready.
   */
  private static boolean waitsForOthers(App app) {
    return app.database().flatMap(Database::migrationCheck).isPresent();
  }

  /**
   * Argo CD does not track a namespace that it creates, so it would outlive the preview; with the
   * tracking id of a managed object it is deleted like one (Argo CD docs, sync options, 3.5).
   */
  private static Value namespaceMetadata(Blueprint blueprint) {
    if (blueprint.platform().namespace().strategy() != Strategy.CREATE_NAMESPACE) {
      return Value.ABSENT;
    }
    Text trackingId =
        blueprint.names().application().plus(":/Namespace:/").plus(blueprint.names().namespace());
    Map<String, Value> labels = new LinkedHashMap<>(OverlayScope.labels(blueprint).entries());
    NamespaceKind.podSecurity(blueprint.platform().namespace().podSecurity().word())
        .forEach((label, level) -> labels.put(label, Value.of(level)));
    // The same as a Namespace of the overlay: deleted last, when its content is gone in order.
    Value annotations =
        Value.EMPTY.with(ArgoMetadata.TRACKING_ID, trackingId).with(ArgoMetadata.SYNC_WAVE, "-10");
    return Value.EMPTY.with("labels", new Value.Fields(labels)).with("annotations", annotations);
  }
}
