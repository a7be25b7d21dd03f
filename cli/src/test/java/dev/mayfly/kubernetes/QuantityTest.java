package dev.mayfly.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.Syntaxes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "0.5, 0.5",
    "50m, 0.05",
    "1k, 1000",
    "1Ki, 1024",
    "1M, 1000000",
    "1Mi, 1048576",
    "1.5Gi, 1610612736",
    "1T, 1000000000000",
    "1Ti, 1099511627776"
  })
  void readsWhatKubernetesWrites(String text, BigDecimal amount) {
    assertThat(Syntaxes.QUANTITY.matches(text)).isTrue();
    assertThat(BigDecimal.valueOf(Quantity.parse(text).thousandths(), 3))
        .isEqualByComparingTo(amount);
  }

  /** Each unit that the syntax allows is known to the reader. */
  @Test
  void knowsEveryUnitOfTheSyntax() {
    String regex = Syntaxes.QUANTITY.pattern().pattern();
    String[] units = regex.replaceAll(".*\\((m\\|.*)\\)\\?$", "$1").split("\\|");
    assertThat(units).contains("m", "Ti");
    assertThat(Arrays.stream(units).map(unit -> Quantity.parse("1" + unit)))
        .allMatch(quantity -> quantity.compareTo(Quantity.ZERO) > 0);
  }

  /** A plus sign is not usual, so what stands behind it is counted exactly. */
  @ParameterizedTest
  @ValueSource(strings = {"m", "", "k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti", "Ei"})
  void countsUsualAmountsAsItCountsAllOthers(String unit) {
    for (String digits : List.of("0", "007", "1", "250", "999999999", "1000000000")) {
      assertThat(Quantity.parse(digits + unit)).isEqualTo(Quantity.parse("+" + digits + unit));
    }
    assertThat(Quantity.parse("999999999Ti").thousandths()).isEqualTo(Long.MAX_VALUE);
  }

  /** Nothing that a preview asks for is counted as less. */
  @ParameterizedTest
  @CsvSource({"0.0001, 1", "0.0005m, 1", "1.0001, 1001", "0.1Ki, 102400", "0.3Ki, 307200"})
  void roundsUp(String text, long thousandths) {
    assertThat(Quantity.parse(text).thousandths()).isEqualTo(thousandths);
  }

  /** As apimachinery's ParseQuantity gave them, rounded up to thousandths. */
  @ParameterizedTest
  @CsvSource({
    "1n, 1",
    "1500000n, 2",
    "1u, 1",
    "1500u, 2",
    "1e3, 1000000",
    "1E3, 1000000",
    "1e-3, 1",
    "5E+2, 500000",
    "1P, 1000000000000000000",
    "1E, 9223372036854775807",
    "1Pi, 1125899906842624000",
    "1Ei, 9223372036854775807",
    "1e99, 9223372036854775807",
    "+3, 3000",
    ".5, 500",
    "5., 5000",
    "007, 7000"
  })
  void readsEveryFormOfKubernetes(String text, long thousandths) {
    assertThat(Quantity.read(text)).contains(new Quantity(thousandths));
  }

  /** It reads the first four too, but no object may ask for less than nothing, or for that much. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-2", "1e100", "Mi", "e3", "", " 4", "4 ", "1_0", "0x10", "1K", "1ki", "1e", "1i", "1mi",
        "1..2", "1B", "1,5", "\u0661"
      })
  void whatIsNoneIsNotRead(String text) {
    assertThat(Quantity.read(text)).isEmpty();
    assertThat(Quantity.read("1" + "0".repeat(500))).isEmpty();
  }

  @Test
  void addsAndCompares() {
    assertThat(Quantity.parse("512Mi").plus(Quantity.parse("0.5Gi")))
        .isEqualByComparingTo(Quantity.parse("1Gi"));
    assertThat(Quantity.parse("1000m")).isEqualByComparingTo(Quantity.parse("1"));
    assertThat(Quantity.parse("1G")).isLessThan(Quantity.parse("1Gi"));
  }

  /** What cannot be counted is the most that can: a sum must never wrap round to little. */
  @Test
  void neverWrapsRound() {
    Quantity most = Quantity.parse("9".repeat(40) + "Ti");
    assertThat(most.plus(most)).isEqualTo(most).isGreaterThan(Quantity.parse("1Ti"));
    assertThat(Quantity.parse("999999999999Ti").times(9_999)).isEqualTo(most);
  }
}
