package dev.mayfly.golden;

import dev.mayfly.command.Examples;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.PlatformLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Platforms that together use every way to deliver, every kind of namespace, bundle and database,
 * and all the rest in turn. Those that Mayfly refuses are kept apart, with the reason.
 */
public final class PlatformMatrix {
  private static final String IMAGE =
      "image: 'ghcr.io/cloudnative-pg/postgresql:17.5@sha256:" + "a".repeat(64) + "'";
  private static final String CLONE =
      "mode: clone, source: monolith-pg, sourceNamespace: monolith, name: monolith, owner:"
          + " monolith, credentials: {store: preview-db}, storage: {class: fast, size: 20Gi},"
          + " disableRoles: [metrics], requests: {memory: 512Mi}, limits: {memory: 1Gi}, "
          + IMAGE;

  private static final Map<String, String> DATABASES =
      ordered(
          "no-database", "{mode: none}",
          "clone-on-demand",
              "{"
                  + CLONE
                  + ", snapshot: {from: on-demand, class: snap}, migrationCheck: {table:"
                  + " atlas.revisions}}",
          "clone-backup", "{" + CLONE + ", snapshot: {from: named, backup: nightly}}",
          "clone-snapshot", "{" + CLONE + ", snapshot: {from: named, volumeSnapshot: nightly}}",
          "clone-latest",
              "{" + CLONE + ", snapshot: {from: latest, class: snap, schedule: 0 0 3 * * *}}",
          "shared-database",
              "{mode: shared, source: shared-pg, sourceNamespace: databases, credentials: {store:"
                  + " preview-db}, migrationCheck: {table: schema_migrations, order: number,"
                  + " keeps: latest, "
                  + IMAGE
                  + "}}",
          "own-database",
              "{mode: ephemeral, storage: {size: 1Gi}, migrationCheck: {table: history}, "
                  + IMAGE
                  + "}");

  private static final Map<String, String> BUNDLES =
      ordered(
          "kustomize", "{kind: kustomize, path: deploy}",
          "helm", "{kind: helm, path: deploy}",
          "directory", "{kind: directory, path: deploy}");

  static final Map<String, String> NAMESPACES =
      ordered(
          "manifest",
              "{strategy: manifest, quota: {pods: '20'}, limits: {default: {memory: 256Mi}},"
                  + " egress: [{namespace: temporal, port: 7233}]}",
          "create-namespace", "{strategy: create-namespace, podSecurity: baseline}",
          "shared-namespace",
              "{strategy: shared, name: monolith, egress: [{namespace: kafka, port: 9092,"
                  + " podLabels: {app: kafka}}]}");

  static final List<String> DELIVERIES = List.of("overlay", "generator");

  private static final List<String> ACCESS =
      List.of(
          "{kind: none}",
          "{kind: cloudflare, team: acme, verifyAtGateway: true, audience: '"
              + "b".repeat(64)
              + "'}",
          "{kind: oidc, issuer: 'https://login.acme.dev/', clientId: previews, clientSecret:"
              + " {store: vault, key: previews/login}, atGateway: true}",
          "{kind: network, networks: [203.0.113.0/24, 10.8.0.0/16], atGateway: true}");
  private static final List<String> OWN =
      List.of(
          "",
          "{kind: gateway, issuer: acme}",
          "{kind: listener-set, issuer: acme, issuerKind: Issuer}");
  private static final List<String> CERTIFICATES =
      List.of("", ", tls: {secret: wildcard}", ", tls: {issuer: acme, issuerKind: Issuer}");
  private static final List<String> WEBHOOKS = List.of("", "own", "merge");
  private static final List<String> FORGES =
      List.of(
          "{kind: github, tokenSecret: {name: forge, key: token}}",
          "{kind: gitlab, url: https://gitlab.example.dev}",
          "{kind: github, url: https://github.example.dev}",
          "{kind: gitea, url: https://git.example.dev}",
          "{kind: none, url: https://git.example.dev}");

  /** Platforms by name, and why the others are refused. */
  public record Platforms(Map<String, YamlDraft> accepted, Map<String, String> refused) {}

  public static final Platforms ALL = all();

  private PlatformMatrix() {}

  private static Platforms all() {
    Map<String, YamlDraft> accepted = new LinkedHashMap<>();
    Map<String, String> refused = new TreeMap<>();
    for (String example : Examples.names()) {
      accepted.put(example, YamlDraft.example(example));
    }
    accepted.put("two apps", twoApps());
    accepted.put("two apps of an environment", environment());
    accepted.put("extras by the generator", extras("generator", "manifest"));
    accepted.put("extras by overlays", extras("overlay", "create-namespace"));
    for (String shape : List.of("by-job", "branch", "by-operator", "in-bundle")) {
      accepted.put(
          "a database " + shape + " by the generator",
          YamlDraft.example("shapes/database-" + shape)
              .without("spec.gitops.change")
              .with("spec.gitops.delivery", "generator")
              .with("spec.gitops.name", "acme/gitops")
              .with("spec.forge", FORGES.getFirst()));
    }
    edges(accepted);
    int turn = 0;
    for (String delivery : DELIVERIES) {
      for (String namespace : NAMESPACES.keySet()) {
        for (String database : DATABASES.keySet()) {
          for (String bundle : BUNDLES.keySet()) {
            String name = String.join(" ", delivery, namespace, database, bundle);
            YamlDraft draft = draft(delivery, namespace, database, bundle, turn++);
            String reason = refusal(draft);
            if (reason.isEmpty()) {
              accepted.put(name, draft);
            } else {
              refused.put(name, reason);
            }
          }
        }
      }
    }
    return new Platforms(accepted, refused);
  }

  /** In both patterns and each kind of namespace, with each kind of bundle that can be there. */
  private static void edges(Map<String, YamlDraft> accepted) {
    int turn = 0;
    for (String delivery : DELIVERIES) {
      for (String namespace : NAMESPACES.keySet()) {
        for (var edge : EdgePlatforms.all().entrySet()) {
          boolean shared = namespace.equals("shared-namespace");
          String bundle = shared || turn++ % 2 == 0 ? "helm" : "directory";
          YamlDraft draft = draft(delivery, namespace, "no-database", bundle, 0);
          accepted.put(
              String.join(" ", delivery, namespace, edge.getKey()), edge.getValue().apply(draft));
        }
      }
    }
  }

  /** An auth proxy whose objects need nothing but the number. */
  private static YamlDraft extras(String delivery, String namespace) {
    return draft(delivery, namespace, "no-database", "kustomize", 0)
        .with(
            "spec.apps.0.bindings",
            "{secrets: [{name: oauth2-proxy, store: vault, key: previews/oauth2-proxy}]}")
        .with("spec.apps.0.extras", "[oauth2-proxy]");
  }

  static YamlDraft draft(
      String delivery, String namespace, String database, String bundle, int turn) {
    YamlDraft draft =
        YamlDraft.example("primitives")
            .with("spec.gitops.delivery", delivery)
            .with("spec.gitops.name", "acme/gitops")
            .with("spec.namespace", NAMESPACES.get(namespace))
            .with("spec.exposure.access", ACCESS.get(turn % 4))
            .with("spec.admission.authors", turn % 2 == 0 ? "[]" : "[mara, 'renovate[bot]']")
            .with("spec.admission.targetBranches", turn % 3 == 0 ? "[main]" : "[main, release/1.2]")
            .with("spec.forge", FORGES.get(turn % (delivery.equals("generator") ? 3 : 5)))
            .with("spec.apps.0.projectId", "'4711'")
            .with("spec.apps.0.bundle", BUNDLES.get(bundle))
            .with(
                "spec.apps.0.images",
                "[{id: app, name: ghcr.io/acme/orders, lock: deploy/image.ref.yaml}]")
            .with(
                "spec.apps.0.service",
                "{name: '${preview.application}', port: 80, targetPort: 8080}")
            .with("spec.apps.0.bindings.config.BRACE", "'{${pr.number}}'")
            .with("spec.apps.0.database", DATABASES.get(database));
    if (bundle.equals("helm")) {
      // A cluster of its own beside the preview must not be called as the release is.
      draft = draft.with("spec.naming", "{database: '${app.name}-db-pr-${pr.number}'}");
      String digest = delivery.equals("overlay") ? ", image: {digest: '${images.app.digest}'}" : "";
      draft =
          draft.with(
              "spec.apps.0.values",
              "{hostname: '${preview.host}', replicas: 1, debug: false, literal: 'a {{ b }} $${c}', brace: '{${pr.number}}'"
                  + digest
                  + "}");
    } else if (namespace.equals("shared-namespace")) {
      draft = draft.without("spec.apps.0.bindings");
    }
    draft = exposed(draft, bundle, turn);
    String webhook = WEBHOOKS.get(turn / 3 % 3);
    draft =
        webhook.isEmpty()
            ? draft.without("spec.argocd.webhook")
            : draft.with("spec.argocd.webhook.secretMode", webhook);
    return turn % 4 == 0
        ? draft
        : draft
            .with(
                "spec.storage.classes",
                "[{name: fast, provisioner: driver.longhorn.io, parameters: {numberOfReplicas:"
                    + " '1'}}]")
            .with(
                "spec.storage.snapshotClasses",
                "[{name: snap, driver: driver.longhorn.io, parameters: {type: snap}}, {name: other,"
                    + " driver: x.example.dev}]");
  }

  /** By a Gateway, and in turn by Ingress with each kind of certificate, or not at all. */
  private static YamlDraft exposed(YamlDraft draft, String bundle, int turn) {
    return switch (turn % 7) {
      case 5 ->
          draft
              .without("spec.exposure.gateway")
              .with("spec.exposure.access", ACCESS.getFirst())
              .with(
                  "spec.exposure.ingress",
                  "{class: nginx, controller: ingress-nginx"
                      + CERTIFICATES.get(turn / 7 % 3)
                      + ", annotations: {nginx.ingress.kubernetes.io/proxy-body-size: 20m}}")
              .with("spec.apps.0.bindings.provided", "[wildcard]");
      case 6 -> {
        YamlDraft closed = draft.without("spec.exposure").without("spec.apps.0.service");
        yield bundle.equals("helm") ? closed.without("spec.apps.0.values.hostname") : closed;
      }
      default -> with(draft, "spec.exposure.own", OWN.get(turn % 3));
    };
  }

  private static YamlDraft with(YamlDraft draft, String path, String yaml) {
    return yaml.isEmpty() ? draft : draft.with(path, yaml);
  }

  private static YamlDraft twoApps() {
    return YamlDraft.example("primitives")
        .with(
            "spec.apps.1",
            "{name: stock, repository: acme/stock, bundle: {kind: directory, path: deploy},"
                + " resources: [{group: batch, kind: CronJob}]}");
  }

  /** Each with a database of its own: in the namespace that both share, and elsewhere. */
  private static YamlDraft environment() {
    return YamlDraft.example("primitives")
        .with("spec.gitops.change", "push")
        .with("spec.apps.0.environment", "shop")
        .with(
            "spec.apps.1",
            "{name: stock, environment: shop, repository: acme/primitives, bundle: {kind: helm, path: chart},"
                + " images: [{id: app, name: ghcr.io/acme/stock}], values: {host: '${preview.database.host}'},"
                + " bindings: {config: {A: b}, secrets: [{name: s3, store: vault, key: s3}]},"
                + " service: {name: '${preview.application}', port: 80}, resources: [{group: apps, kind: Deployment}]}")
        .with("spec.naming.database", "'${app.name}-db-pr-${pr.number}'")
        .with("spec.apps.1.database", DATABASES.get("own-database"));
  }

  /** The ids of what is wrong with it; empty when it loads. */
  private static String refusal(YamlDraft draft) {
    try {
      PlatformLoader.load("mayfly.yaml", draft.bytes());
      return "";
    } catch (ProblemsException e) {
      return String.join(" ", e.problems().stream().map(problem -> problem.id()).toList());
    }
  }

  private static Map<String, String> ordered(String... entries) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(entries[i], entries[i + 1]);
    }
    return map;
  }
}
