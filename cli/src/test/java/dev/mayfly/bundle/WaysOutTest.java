package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which policies let the pods of a preview out, and whether any keeps them in. */
class WaysOutTest {
  private static final String CLOSED =
      policy("{name: a}", "{podSelector: {}, policyTypes: [Ingress, Egress]}");
  private static final String OPEN = "egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}]}]";

  @Test
  void whereNoPolicyIsAboutWaysOutAllAreOpen() {
    assertThat(mayReach("")).isTrue();
    assertThat(mayReach(policy("{name: a}", "{podSelector: {}, policyTypes: [Ingress]}"))).isTrue();
    assertThat(mayReach(CLOSED)).isFalse();
  }

  @Test
  void whatOnePolicyLetsOutIsOpen() {
    assertThat(
            mayReach(
                CLOSED + policy("{name: b}", "{podSelector: {matchLabels: {a: b}}, " + OPEN + "}")))
        .isTrue();
  }

  /** Those of a database's pods, of another namespace, and of other programs. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NetworkPolicy | {name: b} | {podSelector: {matchLabels: {cnpg.io/cluster: x}}, %s}
          NetworkPolicy | {name: b, namespace: other} | {podSelector: {}, %s}
          EgressNetworkPolicy | {name: b} | {%s}
          """)
  void whatIsNotForThePodsOpensNothing(String kind, String metadata, String spec) {
    String policy = policy(metadata, spec.formatted(OPEN)).replace("NetworkPolicy", kind);
    assertThat(mayReach(CLOSED + policy)).isFalse();
  }

  /** Networks that let out more are not known. */
  @ParameterizedTest
  @ValueSource(
      strings = {"cilium.io/v2", "crd.projectcalico.org/v1", "projectcalico.org/v3", "acme.dev/v1"})
  void policiesOfANetworksOwnAreNotKnown(String version) {
    String policy = "---\napiVersion: " + version + "\nkind: Policy\nmetadata: {name: x}\n";
    assertThat(mayReach(CLOSED + policy)).isEqualTo(!version.startsWith("acme"));
  }

  private static String policy(String metadata, String spec) {
    return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: %s\nspec: %s\n"
        .formatted(metadata, spec);
  }

  private static boolean mayReach(String policies) {
    BundleCase good = BundleCase.directory();
    Bundle bundle =
        new Bundle(
            good.blueprint(),
            good.facts("a".repeat(40)),
            "orders-pr-7",
            "pr-7-orders",
            new BundleFiles("", new TreeMap<>()),
            List.of(),
            OverlayObjects.read(new TreeMap<>(Map.of("policies.yaml", policies))),
            new TreeMap<>());
    return WaysOut.of(bundle)
        .mayReach(
            new NamedHost(
                new ScalarNode("10.20.0.5", false, Location.ofFile("x")),
                "10.20.0.5",
                OptionalInt.of(5432),
                NamedHost.Use.DATABASE));
  }
}
