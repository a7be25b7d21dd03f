package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sigs.k8s.io/yaml 1.6.0 was seen to read, as JSON. */
class GoTagsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "!!int \"12\" ~ 12",
        "!!int '0x1F' ~ 31",
        "!!int 010 ~ 8",
        "!!int -1 ~ -1",
        "!!int 0b11 ~ 3",
        "!!int \"x\" ~ yaml-syntax",
        "!!int 1.5 ~ yaml-syntax",
        "!!int 1e3 ~ yaml-syntax",
        "!!int 08 ~ yaml-syntax",
        "!!int \"\" ~ yaml-syntax",
        "!!int ~ yaml-syntax",
        "!!float \"1.5\" ~ 1.5",
        "!!float 1 ~ 1",
        "!!float x ~ yaml-syntax",
        "!!float 1e400 ~ yaml-syntax",
        "!!float .inf ~ number",
        "!!bool \"yes\" ~ true",
        "!!bool off ~ false",
        "!!bool x ~ yaml-syntax",
        "!!null \"\" ~ null",
        "!!null \"null\" ~ null",
        "!!null x ~ yaml-syntax",
        "!!str 12 ~ \"12\"",
        "!!str ~ \"\"",
        "!!str null ~ \"null\"",
        "!!timestamp 2020-01-01 ~ \"2020-01-01\"",
        "!!timestamp x ~ yaml-syntax",
        "!!binary aGk= ~ \"hi\"",
        "!!binary \"aGk=\" ~ \"hi\"",
        "!!binary |^  aGVs^  bG8=^ ~ \"hello\"",
        "!!binary aGk ~ yaml-syntax",
        "!!binary \"a?k=\" ~ yaml-syntax",
        "!!seq 12 ~ \"12\"",
        "!env FOO ~ \"FOO\"",
        "!foo true ~ \"true\"",
        "! 12 ~ \"12\"",
        "!<tag:yaml.org,2002:int> \"3\" ~ 3"
      })
  void aTagDecides(String written, String read) {
    String value = GoSyntaxTest.read("- " + written);
    assertThat(value.startsWith("[") ? value.substring(1, value.length() - 1) : value)
        .isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"!!binary aGk=,hi", "!!int \"1\",1", "!!bool yes,true", "!!float 1.50,1.5"})
  void alsoOfAKey(String written, String read) {
    assertThat(GoSyntaxTest.read(written + ": b")).isEqualTo("{\"" + read + "\":\"b\"}");
  }
}
