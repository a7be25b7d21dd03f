package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.CLONE;
import static dev.mayfly.platform.PlatformCase.PRIMITIVES;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A preview fits to the last byte; and under a quota every container says what it takes. */
class CapacityLimitsTest {
  private static final PlatformCase TOGETHER = PlatformCase.of("shapes/environment");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          capacity.memory: 128Mi |
          capacity.memory: 127Mi | capacity-too-small capacity.memory
          capacity.cpu: 50m |
          capacity.cpu: 49m | capacity-too-small capacity.cpu
          namespace.quota.requests~1memory: 128Mi |
          namespace.quota.requests~1memory: 127Mi | quota-too-small namespace.quota.requests~1memory
          namespace.quota.memory: 128Mi |
          namespace.quota.memory: 127Mi | quota-too-small namespace.quota.memory
          namespace.quota.limits~1memory: 256Mi |
          namespace.quota.limits~1memory: 255Mi | quota-too-small namespace.quota.limits~1memory
          namespace.quota.requests~1cpu: 50m |
          namespace.quota.requests~1cpu: 49m | quota-too-small namespace.quota.requests~1cpu
          namespace.quota.cpu: 49m | quota-too-small namespace.quota.cpu
          namespace.quota.pods: "0" |
          """)
  void aPreviewOfOneAppFits(String change, String said) {
    PRIMITIVES.says(change, said);
  }

  /** The namespace of the clone's source has no quota of ours, and the cluster has one capacity. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          capacity.memory: 768Mi |
          capacity.memory: 767Mi | capacity-too-small capacity.memory
          namespace.quota.requests~1memory: 256Mi |
          namespace.quota.requests~1memory: 255Mi | quota-too-small namespace.quota.requests~1memory
          """)
  void aDatabaseElsewhereCountsForTheClusterAlone(String change, String said) {
    CLONE.says(change, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          namespace.quota.limits~1memory: 256Mi |
          namespace.quota.limits~1memory: 255Mi | quota-too-small namespace.quota.limits~1memory
          apps.1.environment: - && namespace.quota.limits~1memory: 128Mi |
          """)
  void appsOfAnEnvironmentShareItsQuota(String change, String said) {
    TOGETHER.says(change, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          namespace.quota.limits~1cpu: "1" | quota-without-default namespace.quota.limits~1cpu
          namespace.quota.limits~1cpu: "1" && namespace.limits.default.cpu: 100m |
          namespace.limits.defaultRequest.cpu: - | quota-without-default namespace.quota.requests~1cpu
          namespace.limits.defaultRequest.cpu: - && namespace.limits.default.cpu: 100m |
          namespace.limits.defaultRequest.memory: - |
          namespace.limits.default: - | quota-without-default namespace.quota.limits~1memory
          namespace.quota: {cpu: "1"} && namespace.limits.defaultRequest.cpu: - | quota-without-default namespace.quota.cpu
          """)
  void whatAQuotaCountsHasADefault(String change, String said) {
    PRIMITIVES.says(change, said);
  }
}
