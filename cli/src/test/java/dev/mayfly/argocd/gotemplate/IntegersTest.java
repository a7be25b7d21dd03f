package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole numbers as Go's {@code strconv} reads them, in templates and in what they are given. */
class IntegersTest {
  @ParameterizedTest
  @CsvSource({
    "1_0, 10",
    "0x_1F, 31",
    "+0x10, 16",
    "-0b1_1, -3",
    "0o17, 15",
    "0x1p4, 16",
    "1_0.5, 10.5",
    "017, 15",
    "-9223372036854775808, -9223372036854775808",
    "1__0, MALFORMED this is not a number",
    "1e999, MALFORMED this is not a number",
    "1_, MALFORMED this is not a number",
    "08, MALFORMED this is not a number",
    "18446744073709551616, MALFORMED this is not a number",
    "01777777777777777777777, UNVERIFIABLE `01777777777777777777777` is beyond an int",
    "9223372036854775808, UNVERIFIABLE `9223372036854775808` is beyond an int",
  })
  void literals(String written, String expected) {
    assertThat(GoTemplateTest.render("{{ " + written + " }}")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "atoi, 9999999999999999999, 9223372036854775807",
    "atoi, -9999999999999999999, -9223372036854775808",
    "atoi, 0x10, 0",
    "int, 0x10, 16",
    "int, 9223372036854775808, 0",
    "int, 1__0, 0",
  })
  void texts(String function, String text, String expected) {
    String template = "{{ " + function + " \"" + text + "\" }}";
    assertThat(GoTemplateTest.render(template)).isEqualTo(expected);
  }
}
