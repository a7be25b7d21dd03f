package dev.mayfly.command;

import static dev.mayfly.command.ErrorCase.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Apps that cannot share a namespace, or would meet in it. */
class EnvironmentErrorsTest {
  private static final String EXAMPLE = "shapes/environment";
  private static final String STOCK =
      "- name: stock\n      environment: shop\n      repository: acme/market";

  private static final String EXTRA =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: seed
        namespace: ${preview.namespace}
      """;

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> environment() {
    return ErrorCase.tests(
        "environment",
        temp,
        List.of(
            platform("named-as-an-app", EXAMPLE, STOCK, STOCK.replace("shop", "web")),
            platform(
                "two-repositories", EXAMPLE, STOCK, STOCK.replace("acme/market", "acme/stock")),
            platform("by-pull-request", EXAMPLE, "change: push", "change: pull-request"),
            platform(
                "removal-by-pull-request",
                EXAMPLE,
                "change: push",
                "change: push, removal: pull-request"),
            platform("generator", EXAMPLE, "delivery: overlay", "delivery: generator"),
            platform(
                "shared-namespace",
                EXAMPLE,
                "strategy: manifest",
                "strategy: shared\n    name: market"),
            platform(
                "create-namespace", EXAMPLE, "strategy: manifest", "strategy: create-namespace"),
            platform(
                "environments-of-one-name",
                EXAMPLE,
                s ->
                    s.edit(STOCK, STOCK.replace("shop", "mall"))
                        .edit(
                            "  exposure:",
                            "  naming: {namespace: 'pr-${pr.number}'}\n  exposure:")),
            platform(
                "environment-and-app-of-one-namespace",
                EXAMPLE,
                s ->
                    s.edit("- name: stock\n      environment: shop", "- name: stock")
                        .edit(
                            "  exposure:",
                            "  naming: {namespace: 'pr-${pr.number}'}\n  exposure:")),
            platform(
                "one-service",
                EXAMPLE,
                "bindings: {config: {CURRENCY: EUR}}",
                "service: {name: web, port: 8080}"),
            platform(
                "objects-of-one-name",
                EXAMPLE,
                s ->
                    s.edit("- name: stock", "- name: web-a")
                        .edit(
                            "bindings: {config: {CURRENCY: EUR}}",
                            "bindings: {secrets: [{name: b, store: vault, key: b}]}")
                        .edit(
                            "bindings: {config: {STOCK_URL: \"http://stock:8080\"}}",
                            "bindings: {secrets: [{name: a-b, store: vault, key: b}]}")),
            platform(
                "extra-that-both-may-list",
                EXAMPLE,
                s ->
                    s.write("templates/extra/seed.yaml", EXTRA)
                        .edit(STOCK, STOCK + "\n      extras: [seed]")),
            platform("no-name", EXAMPLE, STOCK, STOCK.replace("shop", "Shop")),
            platform(
                "quota-of-both",
                EXAMPLE,
                "limits.memory: 1Gi, pods: \"10\"",
                "limits.memory: 200Mi, pods: \"10\"")));
  }
}
