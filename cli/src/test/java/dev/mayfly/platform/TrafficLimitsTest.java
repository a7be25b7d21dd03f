package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may connect to a preview and where it may connect to: as written, and never by mistake. */
class TrafficLimitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {cidr: 0.0.0.0/0} | ingress-everywhere namespace.ingress.0.cidr
          {cidr: "::/0"} | ingress-everywhere namespace.ingress.0.cidr
          {cidr: 11.0.0.0/8} |
          {cidr: 8.0.0.0/7} | ingress-too-wide namespace.ingress.0.cidr
          {cidr: 11.0.0.0/8}, {cidr: 203.0.113.0/24} | ingress-too-wide namespace.ingress.1.cidr
          {namespace: web}, {cidr: 8.0.0.0/7} | ingress-too-wide namespace.ingress.1.cidr
          {cidr: 100.0.0.0/8} | ingress-private namespace.ingress.0.cidr
          {cidr: 100.0.0.0/8}, {cidr: 11.0.0.0/8}, {cidr: 100.64.0.0/10} | ingress-private namespace.ingress.0.cidr
          {cidr: 10.0.0.0/8} |
          {ports: [80]} | missing-field namespace.ingress.0
          {namespace: web, cidr: 10.0.0.0/8} | not-allowed namespace.ingress.0
          {cidr: 10.0.0.0/8, podLabels: {a: b}} | not-allowed namespace.ingress.0.podLabels
          {namespace: web, podLabels: {a: b}} |
          """)
  void whoMayConnect(String entries, String said) {
    PRIMITIVES.says("namespace.ingress: [" + entries + "]", said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {port: 1, cidr: 0.0.0.0/0} | egress-everywhere namespace.egress.0.cidr
          {port: 1, cidr: 169.254.169.254/32} | egress-reserved namespace.egress.0.cidr
          {port: 1, cidr: 168.63.129.0/24} | egress-reserved namespace.egress.0.cidr
          {port: 1, cidr: 100.0.0.0/8} | egress-private namespace.egress.0.cidr
          {port: 1, cidr: 240.0.0.0/4} | egress-reserved namespace.egress.0.cidr
          {port: 1, cidr: 96.0.0.0/4} | egress-private namespace.egress.0.cidr
          {port: 1, cidr: 11.0.0.0/8} |
          {port: 1, cidr: 8.0.0.0/7} | egress-too-wide namespace.egress.0.cidr
          {port: 1, namespace: web}, {port: 1, cidr: 11.0.0.0/8}, {port: 1, cidr: 203.0.113.0/24} | egress-too-wide namespace.egress.2.cidr
          {port: 1, cidr: "2600::/20"} |
          {port: 1, cidr: "2600::/19"} | egress-too-wide namespace.egress.0.cidr
          {port: 1, internet: true, except: [0.0.0.0/0]} | egress-nothing namespace.egress.0.except.0
          {port: 1, internet: true, ipv6: true, except: ["2000::/3"]} | egress-nothing namespace.egress.0.except.0
          {port: 1, internet: true, except: [203.0.113.0/24, "2600::/20"]} | egress-no-v6 namespace.egress.0.except.1
          {port: 1, internet: true, ipv6: true, except: ["2600::/20"]} |
          {port: 1} | missing-field namespace.egress.0
          {namespace: web} | missing-field namespace.egress.0
          {port: 1, namespace: web, cidr: 203.0.113.0/24} | not-allowed namespace.egress.0
          {port: 1, namespace: web, internet: true} | not-allowed namespace.egress.0
          {port: 1, cidr: 203.0.113.0/24, internet: true} | not-allowed namespace.egress.0
          {port: 1, cidr: 203.0.113.0/24, podLabels: {a: b}} | not-allowed namespace.egress.0.podLabels
          {port: 1, namespace: web, except: [203.0.113.0/24]} | not-allowed namespace.egress.0.except
          {port: 1, namespace: web, ipv6: true} | not-allowed namespace.egress.0.ipv6
          """)
  void whereItMayConnect(String entries, String said) {
    PRIMITIVES.says("namespace.egress: [" + entries + "]", said);
  }

  @Test
  void whatIsWrittenIsRead() {
    NamespacePolicy policy =
        PRIMITIVES
            .with(
                "namespace.egress: [{namespace: web, port: 3, ports: [1, 2, 3], podLabels: {a: b}},"
                    + " {cidr: 203.0.113.0/24, port: 1}, {internet: true, port: 1}]")
            .with("namespace.ingress: [{namespace: web, podLabels: {a: b}}, {cidr: \"fd00::/8\"}]")
            .platform()
            .namespace();
    assertThat(policy.egress())
        .containsExactly(
            new Peer.InNamespace("web", List.of(1, 2, 3), Map.of("a", "b")),
            new Peer.InRange("203.0.113.0/24", List.of(1)),
            new Peer.Internet(List.of(), false, List.of(1)));
    assertThat(policy.egress().stream().map(Peer::name))
        .containsExactly("web", "203-0-113-0-24", "internet");
    assertThat(policy.ingress())
        .containsExactly(
            new Peer.InNamespace("web", List.of(), Map.of("a", "b")),
            new Peer.InRange("fd00::/8", List.of()));
    assertThat(policy.ingress().stream().map(Peer::name)).containsExactly("web", "fd00---8");
  }

  @Test
  void ofTwoThatAreOneTheFirstIsTooMuch() {
    assertThat(AddressRange.firstTooMany(List.of("8.0.0.0/7", "8.0.0.0/7"))).isZero();
  }

  /** A range within another counts once, in whichever order the two are written. */
  @ParameterizedTest
  @CsvSource({"11.0.0.0/8, 11.1.0.0/16", "11.1.0.0/16, 11.0.0.0/8", "11.0.0.0/8, 11.0.0.0/8"})
  void whatIsWithinAnotherCountsOnce(String one, String other) {
    assertThat(AddressRange.firstTooMany(List.of(one, other))).isEqualTo(-1);
    assertThat(AddressRange.firstTooMany(List.of(one, other, "203.0.113.0/24"))).isEqualTo(2);
  }
}
