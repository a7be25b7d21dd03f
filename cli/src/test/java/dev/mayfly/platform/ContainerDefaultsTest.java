package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.CLONE;
import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static dev.mayfly.platform.PlatformCase.SHARED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody requests more than the limit, be it their own or the namespace's default. */
class ContainerDefaultsTest {
  private static final PlatformCase EPHEMERAL =
      PRIMITIVES.with(
          "apps.0.database: {mode: ephemeral, storage: {size: 1Gi}, image: 'ghcr.io/acme/pg:17.5@sha256:"
              + "1".repeat(64)
              + "'}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          namespace.limits.defaultRequest.memory: 256Mi |
          namespace.limits.defaultRequest.memory: 257Mi | default-request-over-limit namespace.limits.defaultRequest.memory
          namespace.limits.defaultRequest.cpu: "1" |
          """)
  void aDefaultRequestIsWithinTheDefaultLimit(String change, String said) {
    PRIMITIVES.says(change, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apps.0.database.requests: {memory: 256Mi} |
          apps.0.database.requests: {memory: 257Mi} | request-over-default-limit apps.0.database.requests
          apps.0.database.requests: {memory: 257Mi} && apps.0.database.limits: {memory: 1Gi} |
          apps.0.database.requests: {memory: 257Mi} && apps.0.database.limits: {cpu: "1"} | request-over-default-limit apps.0.database.requests
          apps.0.database.requests: {cpu: "1"} |
          apps.0.database.migrationCheck: {table: t, requests: {memory: 256Mi}, limits: {cpu: "1"}} |
          apps.0.database.migrationCheck: {table: t, requests: {memory: 257Mi}, limits: {cpu: "1"}} | request-over-default-limit apps.0.database.migrationCheck.requests
          """)
  void whoHasNoLimitGetsTheDefault(String change, String said) {
    EPHEMERAL.says(change, said);
  }

  @Test
  void aNamespaceElsewhereHasNoDefaultsOfOurs() {
    CLONE.says("apps.0.database.limits: -", "");
  }

  @Test
  void norHasASharedOne() {
    SHARED.says(
        "namespace.limits: {default: {memory: 1Mi}, defaultRequest: {memory: 2Mi}}",
        "shared-namespace namespace.strategy, shared-namespace-quota namespace.limits");
  }
}
