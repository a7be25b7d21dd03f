package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Location;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoScalarTest {
  private static ScalarNode scalar(String text, boolean plain) {
    return new ScalarNode(text, plain, Location.ofFile("a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+1|Number[value=1.0]",
        "+.5|Number[value=0.5]",
        "-0|Number[value=0.0]",
        "-0.0|Number[value=0.0]",
        "0x0|Number[value=0.0]",
        "0xFFFFFFFFFFFFFFFF|Number[value=1.8446744073709552E19]",
        "0x10000000000000000|Text[value=0x10000000000000000]",
        "-0x8000000000000000|Number[value=-9.223372036854776E18]",
        "-0x8000000000000001|Text[value=-0x8000000000000001]"
      })
  void numbersHaveSignsAndNoMoreThan64Bits(String text, String value) {
    assertThat(GoScalar.of(scalar(text, true))).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource({
    "7, true",
    "-7, true",
    "7.0, true",
    "7.5, false",
    "1e3, true",
    "1e20, true",
    "1e21, false",
    "-1e21, false"
  })
  void aFieldOfIntegersTakesWhatJsonWritesInDigits(String text, boolean isInteger) {
    assertThat(((GoScalar.Number) GoScalar.of(scalar(text, true))).isInteger())
        .isEqualTo(isInteger);
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, Flag[value=true]",
    "yes, true, Text[value=yes]",
    "off, true, Text[value=off]",
    "true, false, Text[value=true]",
    "010, true, Number[value=8.0]",
    "~, true, Nothing[]",
    "a, true, Text[value=a]"
  })
  void kustomizeKeepsOnlyTheNewerWordsForTruth(String text, boolean plain, String value) {
    assertThat(GoScalar.afterKustomize(scalar(text, plain))).hasToString(value);
  }
}
