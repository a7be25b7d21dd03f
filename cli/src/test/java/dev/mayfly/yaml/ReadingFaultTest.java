package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingFaultTest {
  private static final Budget SMALL = new Budget(20, 2, 5, false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1, a: 2        | DUPLICATE_KEY",
        "[a]: b            | KEY_TYPE",
        "a: &b c           | YAML_FEATURE"
      })
  void aProblemOfAReaderSaysOneFault(String entries, ReadingFault fault) {
    Problem problem = problem("{" + entries + "}");
    assertThat(ReadingFault.values()).filteredOn(it -> it.isIn(problem)).containsExactly(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: {b: {c: d}}}    | true",
        "[a, b, c, d, e, f]  | true",
        "aaaaaaaaaaaaaaaaaaaaa | true",
        "{a: 1, a: 2}        | false"
      })
  void aTextMayBeTooMuch(String written, boolean isTooMuch) {
    assertThat(ReadingFault.isTooMuch(problem(written))).isEqualTo(isTooMuch);
  }

  private static Problem problem(String written) {
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    return new YamlReader(SMALL).read("t", bytes).problems().getFirst();
  }
}
