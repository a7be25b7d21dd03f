package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeTest {
  @Test
  void aTextIsPutWhereThereIsOne() {
    Tree.Mapping map = new Tree.Mapping().put("a", Optional.of("x")).put("b", Optional.empty());
    assertThat(map).isEqualTo(new Tree.Mapping().put("a", "x"));
  }

  @Test
  void nothingAndATextStandForThemselves() {
    assertThat(YamlWriter.write(new Tree.Mapping().put("a", new Tree.Null())))
        .isEqualTo("a: null\n");
    assertThat(new Tree.Text("x").literal()).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource({"1.50,   1.50", "-0.001, -0.001", "1E+3,   1000", "1E+401, 1E+401", "1E-401, 1E-401"})
  void aDecimalIsWrittenWithoutAnExponentWhereItIsNotTooLong(String number, String written) {
    assertThat(new Tree.Decimal(new BigDecimal(number)).literal()).isEqualTo(written);
  }

  @Test
  void fourHundredZerosAreNotTooMany() {
    assertThat(new Tree.Decimal(new BigDecimal("1E+400")).literal())
        .isEqualTo("1" + "0".repeat(400));
  }
}
