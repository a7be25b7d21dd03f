package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

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
}
