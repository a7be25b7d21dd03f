package dev.mayfly.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An Application as Argo CD shows it, of the first example's pull request 7; JSON by parts. */
final class ShownApplication {
  static final String SHA = "7".repeat(40);
  static final String OLDER = "6".repeat(40);
  static final String NEWER = "8".repeat(40);
  static final String GITOPS = "a".repeat(40);
  private static final String OVERLAY = "https://github.com/acme/gitops.git";

  String name = "orders-pr-7";
  String namespace = "argocd";
  String project = "primitives-previews";
  String bundleRepository = "https://github.com/acme/primitives.git";
  String bundlePath = "primitives/service/orders/deploy";
  String overlayRepository = OVERLAY;
  String overlayPath = "previews/orders/pr-7";
  String bundleMore = "";
  String wanted = SHA;
  String compared = SHA;
  String synced = SHA;
  String overlay = GITOPS;
  String syncedOverlay = GITOPS;
  String sync = "Synced";
  String health = "Healthy";
  String healthMessage = "";
  String phase = "Succeeded";
  String phaseMessage = "successfully synced (all tasks run)";
  String metadata = "";
  boolean operation;
  final List<String> history = new ArrayList<>();
  final List<String> conditions = new ArrayList<>();
  final List<String> resources = new ArrayList<>();
  final List<String> results = new ArrayList<>();

  static ShownApplication live() {
    return new ShownApplication();
  }

  /** As it is while Argo CD still has the commit before. */
  static ShownApplication older() {
    ShownApplication shown = new ShownApplication();
    shown.wanted = OLDER;
    shown.compared = OLDER;
    shown.synced = OLDER;
    return shown;
  }

  static ShownApplication syncing() {
    ShownApplication shown = new ShownApplication();
    shown.sync = "OutOfSync";
    shown.health = "Progressing";
    shown.phase = "Running";
    shown.phaseMessage = "waiting for healthy state of apps/Deployment/orders";
    return shown;
  }

  static ShownApplication progressing() {
    ShownApplication shown = new ShownApplication();
    shown.health = "Progressing";
    shown.resources.add(
        object(
            "Deployment",
            "orders",
            health("Progressing", "Waiting for rollout to finish: 0 of 1 updated replicas")));
    return shown;
  }

  static ShownApplication degraded() {
    ShownApplication shown = new ShownApplication();
    shown.health = "Degraded";
    shown.resources.add(
        object(
            "Deployment",
            "orders",
            health("Degraded", "Deployment \\\"orders\\\" exceeded its progress deadline")));
    shown.resources.add(object("Service", "orders", health("Healthy", "")));
    return shown;
  }

  static ShownApplication syncFailed() {
    ShownApplication shown = new ShownApplication();
    shown.sync = "OutOfSync";
    shown.health = "Missing";
    shown.phase = "Failed";
    shown.phaseMessage = "one or more objects failed to apply (retried 3 times).";
    shown.results.add(
        object(
            "Deployment",
            "orders",
            "\"status\": \"SyncFailed\", \"message\": \"pods is forbidden: exceeded quota: preview\""));
    shown.results.add(object("Service", "orders", "\"status\": \"Synced\""));
    return shown;
  }

  static String health(String status, String message) {
    return "\"health\": {\"status\": \"%s\", \"message\": \"%s\"}".formatted(status, message);
  }

  static String object(String kind, String name, String more) {
    return "{\"kind\": \"%s\", \"namespace\": \"pr-7-orders\", \"name\": \"%s\", %s}"
        .formatted(kind, name, more);
  }

  /** A tree with a pod whose image cannot be pulled. */
  static String tree() {
    return "{\"nodes\": ["
        + object("ReplicaSet", "orders-5d", health("Progressing", ""))
        + ","
        + object(
            "Pod", "orders-5d-x1", health("Degraded", "Back-off pulling image \\\"ghcr.io/a\\\""))
        + "]}";
  }

  String json() {
    String sources = sources();
    return """
    {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
     "metadata": {"name": "%s", "namespace": "%s"%s},
     "spec": {"project": "%s", "sources": %s},
     %s"status": {
       "sync": {"status": "%s", "revisions": ["%s", "%s"], "comparedTo": {"sources": %s}},
       "health": {"status": "%s", "message": "%s"},
       "operationState": {"phase": "%s", "message": "%s",
         "syncResult": {"revisions": ["%s", "%s"], "resources": [%s]}},
       "history": [%s],
       "conditions": [%s],
       "resources": [%s]}}
    """
        .formatted(
            name,
            namespace,
            metadata,
            project,
            sources,
            operation ? "\"operation\": {\"sync\": {}}, " : "",
            sync,
            compared,
            overlay,
            sources,
            health,
            healthMessage,
            phase,
            phaseMessage,
            synced,
            syncedOverlay,
            String.join(",", results),
            history.stream()
                .map(sha -> "{\"revisions\": [\"" + sha + "\", \"" + GITOPS + "\"]}")
                .collect(Collectors.joining(",")),
            String.join(",", conditions),
            String.join(",", resources));
  }

  private String sources() {
    return """
    [{"repoURL": "%s", "targetRevision": "%s", "path": "%s"%s},
     {"repoURL": "%s", "targetRevision": "main", "path": "%s"}]\
    """
        .formatted(
            bundleRepository, wanted, bundlePath, bundleMore, overlayRepository, overlayPath);
  }

  /** One of the app whose bundle is a chart in another repository. */
  static ShownApplication cart(String overlay, String digest) {
    ShownApplication shown = ShownApplication.live();
    shown.name = "cart-pr-7";
    shown.project = "cart-previews";
    shown.bundleRepository = "https://github.com/acme/charts.git";
    shown.bundlePath = "charts/app";
    shown.bundleMore =
        ", \"helm\": {\"valuesObject\": {\"image\": {\"digest\": \"" + digest + "\"}}}";
    shown.overlayPath = "previews/cart/pr-7";
    shown.wanted = "c".repeat(40);
    shown.compared = shown.wanted;
    shown.overlay = overlay;
    return shown;
  }
}
