package dev.mayfly.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DnsNamesTest {
  @Test
  void takesWhatKubernetesTakes() {
    for (String name : List.of("a", "0", "a-b", "a.b-c.9", "a".repeat(253))) {
      assertThat(DnsNames.isSubdomain(name)).as(name).isTrue();
      assertThat(DnsNames.isHost(name)).as(name).isTrue();
    }
    for (String name : List.of("", "A", "-a", "a-", ".a", "a.", "a..b", "a_b", "a".repeat(254))) {
      assertThat(DnsNames.isSubdomain(name)).as(name).isFalse();
      assertThat(DnsNames.isHost(name)).as(name).isFalse();
    }
  }

  @Test
  void onlyTheFirstLabelOfAHostMayBeAWildcard() {
    assertThat(DnsNames.isHost("*.example.com")).isTrue();
    assertThat(DnsNames.isSubdomain("*.example.com")).isFalse();
    for (String name : List.of("*", "*.", "a.*.com", "*.*.com", "*a.com")) {
      assertThat(DnsNames.isHost(name)).as(name).isFalse();
    }
  }

  @Test
  void aTextOfAnyLengthIsJudged() {
    assertThat(DnsNames.isHost("a.".repeat(1_000_000))).isFalse();
  }
}
