package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.diagnostic.Severity;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that the platform renders, or that CloudNativePG makes beside what it renders. */
class OverlayObjectsTest {
  @ParameterizedTest
  @CsvSource({
    "postgresql.cnpg.io/v1, Cluster, Secret, db-app, true",
    "postgresql.cnpg.io/v1, Cluster, Secret, db, false",
    "postgresql.cnpg.io/v1, Cluster, ServiceAccount, db, true",
    "postgresql.cnpg.io/v1, Cluster, ConfigMap, db-app, false",
    "v1, ConfigMap, Secret, db-app, false",
    "v1, ConfigMap, ServiceAccount, db, false",
    "v1, ConfigMap, ConfigMap, db, true",
    "cluster.x-k8s.io/v1, Cluster, Secret, db-app, false"
  })
  void onlyOfAClusterOtherNamesAreTaken(
      String apiVersion, String rendered, String kind, String name, boolean taken) {
    String ours =
        "apiVersion: %s\nkind: %s\nmetadata: {name: db}\n".formatted(apiVersion, rendered);
    String own = "apiVersion: v1\nkind: %s\nmetadata: {name: %s}\n".formatted(kind, name);
    Bundle bundle = BareBundle.of(Map.of("own.yaml", own), Map.of("ours.yaml", ours));
    BundleFindings findings = new BundleFindings(Severity.ERROR);
    bundle.objects().forEach(object -> new OverlayObjects().check(bundle, object, findings));
    assertThat(findings.hasErrors()).isEqualTo(taken);
  }
}
