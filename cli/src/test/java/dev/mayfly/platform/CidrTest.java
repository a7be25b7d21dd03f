package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, true",
    "169.254.0.0/16, true",
    "128.0.0.0/1, true",
    "169.254.169.254/31, true",
    "169.254.169.254/32, false",
    "169.254.169.0/25, false",
    "10.0.0.0/8, false"
  })
  void knowsWhatIsInIt(String range, boolean holds) {
    assertThat(Cidr.parse(range).holdsMoreThan("169.254.169.254")).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "fd00::/8, fd00:ec2::254, true",
    "::/0, fd00:ec2::254, true",
    "fd00:ec2::254/128, fd00:ec2::254, false",
    "fd00:ec2:0:0:0:0:0:0/127, fd00:ec2::1, true",
    "2000::/3, 3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, true",
    "2000::/3, 4000::, false",
    "0.0.0.0/0, ::1, false",
    "::/0, 10.0.0.1, false",
    "1:2:3:4:5:6:7::/112, 1:2:3:4:5:6:7:9, true",
    "::2:3:4:5:6:7:8/127, 0:2:3:4:5:6:7:9, true"
  })
  void knowsIpv6(String range, String address, boolean holds) {
    assertThat(Cidr.parse(range).holdsMoreThan(address)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    "'', -1",
    "3.0.0.0/8, -1",
    "'3.0.0.0/8, 10.0.0.0/8, 3.5.0.0/16, 3.0.0.0/8', -1",
    "'3.5.0.0/16, 3.0.0.0/8', -1",
    "'3.0.0.0/8, 4.0.0.0/32', 1",
    "2.0.0.0/7, 0",
    "2600::/20, -1",
    "'2600::/20, 3.0.0.0/8', -1",
    "2600::/19, 0",
    "'fd00::/8, fc00::/7', -1"
  })
  void knowsWhenRangesAreTooMany(String list, int first) {
    List<String> ranges = list.isEmpty() ? List.of() : List.of(list.split(", "));
    assertThat(AddressRange.firstTooMany(ranges)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1::2::3/8",
        "1:2:3:4:5:6:7:8:9/8",
        "::1/129",
        "FD00::/8",
        ":1:2/8",
        "12345::/8",
        "::",
        ":::/8",
        "1:2:3:4:5:6:7/8",
        "::1.2.3.4/128"
      })
  void whatIsNoRangeOfIpv6IsRefused(String text) {
    assertThat(Syntaxes.CIDR.matches(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"256.0.0.0/8", "10.0.0.1/33", "10.0.0.01/8", "10.0.0/8", "1.2.3.4/"})
  void whatIsNoRangeIsRefused(String text) {
    assertThat(Syntaxes.CIDR.matches(text)).isFalse();
  }

  @Test
  void everyOctetAndPrefixIsKnown() {
    for (int i = 0; i < 256; i++) {
      assertThat(Syntaxes.CIDR.matches("%d.0.%d.1/%d".formatted(i, 255 - i, i % 33))).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cidr: 10.0.0.0/8 | true
          cidr: 10.0.0.1/32 | true
          cidr: 10.0.0.2/32 | false
          cidr: 10.0.0.1 | false
          cidr: somewhere | false
          except: [10.0.0.1/32] | false
          {cidr: 10.0.0.0/8, except: [10.0.0.1/32]} | false
          {cidr: 10.0.0.0/8, except: [10.1.0.0/16, 10.0.0.0/24]} | false
          {cidr: 10.0.0.0/8, except: [10.1.0.0/16]} | true
          {cidr: 10.0.0.0/8, except: [somewhere]} | true
          """)
  void whatABlockLeavesOutItDoesNotTakeIn(String block, boolean taken) {
    Node read =
        new YamlReader(Budget.LINT)
            .read("policy.yaml", block.getBytes(StandardCharsets.UTF_8))
            .documents()
            .getFirst();
    assertThat(Cidr.takesIn(read, "10.0.0.1")).isEqualTo(taken);
  }
}
