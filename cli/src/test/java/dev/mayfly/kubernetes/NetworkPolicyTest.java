package dev.mayfly.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What policies let through: lint and proof ask here. */
class NetworkPolicyTest {
  @ParameterizedTest
  @ValueSource(strings = {"{}", "{to: []}", "{ports: []}", "{to: null}"})
  void aRuleThatNamesNobodyLeadsAnywhere(String rule) {
    NetworkPolicy policy = policy("egress: [" + rule + "]");
    assertThat(policy.exits().getFirst().peers()).isEmpty();
    assertThat(policy.leaves()).isTrue();
    assertThat(policy.allowsDns()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"53", "5353", "dns", "dns-tcp"})
  void whatIsOpenForDnsIsOpenForNothingElse(String port) {
    NetworkPolicy policy = policy("egress: [{ports: [{port: " + port + "}]}]");
    assertThat(policy.leaves()).isFalse();
    assertThat(policy.exits().getFirst().isFor(OptionalInt.empty())).isFalse();
  }

  @Test
  void aPortThatHasANameMayBeAny() {
    NetworkPolicy.Exit exit = policy("egress: [{ports: [{port: web}]}]").exits().getFirst();
    assertThat(exit.isFor(OptionalInt.of(443))).isTrue();
    exit = policy("egress: [{ports: [{port: 80}]}]").exits().getFirst();
    assertThat(exit.isFor(OptionalInt.of(443))).isFalse();
    assertThat(exit.isFor(OptionalInt.of(80))).isTrue();
    assertThat(exit.isFor(OptionalInt.empty())).isTrue();
  }

  @Test
  void onlyOneThatIsForAllPodsDenies() {
    assertThat(policy("podSelector: {}").deniesIngress()).isTrue();
    assertThat(policy("podSelector: {}, policyTypes: [Egress]").deniesIngress()).isFalse();
    assertThat(policy("podSelector: {}, policyTypes: [Egress]").deniesEgress()).isTrue();
    assertThat(policy("podSelector: {}").deniesEgress()).isFalse();
    assertThat(policy("podSelector: {matchLabels: {a: b}}").deniesIngress()).isFalse();
    assertThat(policy("policyTypes: [Ingress]").deniesIngress()).isFalse();
  }

  @Test
  void selectorsAreApartByTwoValuesOfOneLabel() {
    LabelSelector one = policy("podSelector: {matchLabels: {app: a, tier: x}}").pods();
    assertThat(one.isApartFrom(policy("podSelector: {matchLabels: {app: b}}").pods())).isTrue();
    assertThat(one.isApartFrom(policy("podSelector: {matchLabels: {app: a}}").pods())).isFalse();
    assertThat(one.isApartFrom(policy("podSelector: {matchLabels: {other: b}}").pods())).isFalse();
  }

  @Test
  void aSelectorIsReadByItsLabelsAndItsTerms() {
    LabelSelector one =
        policy("podSelector: {matchLabels: {app: a, tier: null}, matchExpressions: [{key: k}]}")
            .pods();
    assertThat(one.value("app")).contains("a");
    assertThat(one.value("tier")).isEmpty();
    assertThat(one.value("other")).isEmpty();
    assertThat(one.expressions()).hasSize(1);
    LabelSelector none = policy("egress: []").pods();
    assertThat(none.value("app")).isEmpty();
    assertThat(none.expressions()).isEmpty();
  }

  private static NetworkPolicy policy(String spec) {
    byte[] yaml = ("{spec: {" + spec + "}}").getBytes(StandardCharsets.UTF_8);
    return new NetworkPolicy(
        new YamlReader(Budget.LINT).read("policy", yaml).documents().getFirst());
  }
}
