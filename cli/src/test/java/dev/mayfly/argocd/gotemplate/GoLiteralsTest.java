package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Go's own templates were seen to make of literals. */
class GoLiteralsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"\\101\\x41\\u0041\\U00000041\" ~ AAAA",
        "\"\\303\\251\\xc3\\xa9\" ~ éé",
        "'\\101' ~ 65",
        "'\\377' ~ 255",
        "'\\xff' ~ 255",
        "'é' ~ 233",
        "\"😀\" ~ 😀",
        "0x1p-2 ~ 0.25",
        "0X1P+2 ~ 4",
        "0x.8p0 ~ 0.5",
        "\"\\xff\" ~ UNVERIFIABLE",
        "\"\\377\" ~ UNVERIFIABLE",
        "\"\\08\" ~ MALFORMED",
        "\"\\400\" ~ MALFORMED",
        "'\\400' ~ MALFORMED",
        "\"\\ud800\" ~ MALFORMED",
        "\"\\udfff\" ~ MALFORMED",
        "\"\\U00110000\" ~ MALFORMED",
        "0x1p ~ MALFORMED",
        "1i ~ UNVERIFIABLE",
        "1e3i ~ UNVERIFIABLE",
        "1e3j ~ MALFORMED"
      })
  void isReadAsGoReadsIt(String literal, String printed) {
    assertThat(GoTemplateTest.render("{{ " + literal + " }}").split("ED |BLE ", 2)[0])
        .isEqualTo(printed.replaceAll("ED$|BLE$", ""));
  }
}
