package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.CLONE;
import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static dev.mayfly.platform.PlatformCase.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names an entry stands once in its list, and lists have nothing to do with each other. */
class UniqueEntriesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lint.severities: [{rule: AS020, severity: none}, {rule: AS020, severity: error}] | duplicate-entry lint.severities.1.rule
          lint.severities: [{rule: AS020, severity: none}, {rule: AS021, severity: none}] |
          apps.0.images.1: {id: app, name: ghcr.io/acme/two} | duplicate-entry apps.0.images.1.id
          apps.0.images.1: {id: two, name: ghcr.io/acme/orders} | duplicate-entry apps.0.images.1.name
          apps.0.images.1: {id: two, name: ghcr.io/acme/two} |
          apps.0.extras: [a, b, a] | duplicate-entry apps.0.extras.2
          namespace.egress.1: {namespace: temporal, ports: [1, 7233]} | duplicate-entry namespace.egress.1
          namespace.egress.1: {namespace: temporal, port: 7234} |
          namespace.egress: [{cidr: 10.0.0.0/8, port: 1}, {cidr: 10.0.0.0/8, port: 2}] | duplicate-entry namespace.egress.1
          namespace.ingress: [{namespace: a}, {namespace: a}] | duplicate-entry namespace.ingress.1
          namespace.egress: [{cidr: 10.0.0.0/8, port: 1}] && namespace.ingress: [{cidr: 10.0.0.0/8}] |
          storage.classes: [{name: a, provisioner: p}, {name: a, provisioner: q}] | duplicate-entry storage.classes.1.name
          storage.snapshotClasses: [{name: a, driver: p}, {name: a, driver: q}] | duplicate-entry storage.snapshotClasses.1.name
          storage: {classes: [{name: a, provisioner: p}], snapshotClasses: [{name: a, driver: q}]} && namespace.ingress: [{namespace: a}] |
          argocd.webhook.serverHost: hooks.example.dev | one-webhook-host argocd.webhook.serverHost
          argocd.webhook.serverHost: argocd.example.dev |
          """)
  void whatThePlatformLists(String change, String said) {
    PRIMITIVES.says(change, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apps.0.bindings.secrets.1: {name: object-store, store: s, key: k} | duplicate-entry apps.0.bindings.secrets.1.name
          apps.0.bindings.secrets.0.name: bindings | reserved-name apps.0.bindings.secrets.0.name
          apps.0.bindings.secrets.0.name: database | reserved-name apps.0.bindings.secrets.0.name
          apps.0.bindings.secrets.0.name: database && apps.0.database: - |
          apps.0.bindings.secrets.0.name: superuser |
          """)
  void secretsOfAnApp(String change, String said) {
    PRIMITIVES.says(change, said);
  }

  @Test
  void appsHaveNamesOfTheirOwn() {
    assertThat(
            PRIMITIVES
                .with(
                    "apps.1: {name: orders, repository: acme/b, bundle: {kind: kustomize, path: p}}")
                .said())
        .contains("duplicate-entry apps.1.name");
  }

  /** In a shared namespace a Secret of the app could begin as one of its database. */
  @ParameterizedTest
  @CsvSource({"app", "superuser", "ca", "server", "replication", "role"})
  void secretsOfADatabaseAreItsOwn(String name) {
    String bound = "apps.0.bindings.secrets: [{name: " + name + ", store: s, key: k}]";
    assertThat(SHARED.with(bound).said()).contains("reserved-name apps.0.bindings.secrets.0.name");
    assertThat(SHARED.with(bound + " && apps.0.values: - && apps.0.database: -").said())
        .containsExactly("shared-namespace namespace.strategy");
    CLONE.says(bound, "");
  }
}
