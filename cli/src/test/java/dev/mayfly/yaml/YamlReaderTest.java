package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line end is written {@code ^}. */
class YamlReaderTest {
  private static ReadResult read(Budget budget, String written) {
    return new YamlReader(budget).read(new Source("t", written.replace('^', '\n')));
  }

  private static String span(Location at) {
    return at.line() + ":" + at.column() + "-" + at.endLine() + ":" + at.endColumn();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a: b ~ 1:4-1:5",
        "a: bcd ~ 1:4-1:7",
        "a: é😀 ~ 1:4-1:6",
        "a: ~ 1:3-1:4",
        "a: 'x^  y' ~ 1:4-2:5",
        "a: [b,^ c] ~ 1:4-2:4",
        "a: |^  x^b: 1 ~ 1:4-3:1"
      })
  void aValueStandsFromItsFirstCharacterToBehindItsLast(String written, String place) {
    Node value = read(Budget.ADMIN, written).documents().getFirst().at("a");
    assertThat(span(value.location())).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a: b: c ~ 1:5-1:6 mapping values are not allowed here",
        "a: [1 ~ 1:6-1:7 while parsing a flow sequence: expected ',' or ']'",
        "a:^\tb: 1 ~ 2:1-2:2 a tab cannot stand here; YAML is indented with spaces"
      })
  void whatIsNoYamlIsToldWithItsPlace(String written, String said) {
    assertThat(read(Budget.ADMIN, written).problems())
        .singleElement()
        .satisfies(it -> assertThat(span(it.location()) + " " + it.message()).startsWith(said));
  }

  @Test
  void aTabThatOnlyGoRefusesHasItsPlace() {
    assertThat(read(Budget.GO, "é:^- \ta").problems())
        .singleElement()
        .satisfies(it -> assertThat(span(it.location())).isEqualTo("2:3-2:4"));
  }

  @ParameterizedTest
  @CsvSource({"feff0061, true", "fffe6100, true", "efbbbf61, false", "61, false", "'', false"})
  void bytesSayWhetherTheyAreUtf16(String hex, boolean wide) {
    assertThat(YamlReader.isUtf16(HexFormat.of().parseHex(hex))).isEqualTo(wide);
  }
}
