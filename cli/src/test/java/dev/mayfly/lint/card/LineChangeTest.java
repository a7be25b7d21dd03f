package dev.mayfly.lint.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LineChangeTest {
  private static final String TEXT = "a\nb\n\na\nc\n";

  @Test
  void nothingChangesNothing() {
    assertThat(new LineChange("").applyTo(TEXT)).isEqualTo(TEXT);
  }

  @Test
  void linesGoAndComeWhereTheOthersStand() {
    assertThat(new LineChange("-b\n+d\n+e\n").applyTo(TEXT)).isEqualTo("a\nd\ne\n\na\nc\n");
    assertThat(new LineChange("@@\n a\n-c\n").applyTo(TEXT)).isEqualTo("a\nb\n\na\n");
    assertThat(new LineChange("@@\n b\n\n+x\n").applyTo(TEXT)).isEqualTo("a\nb\n\nx\na\nc\n");
  }

  @Test
  void eachPlaceIsChanged() {
    assertThat(new LineChange("-b\n@@\n-c\n+f\n").applyTo(TEXT)).isEqualTo("a\n\na\nf\n");
  }

  @Test
  void aPlaceIsThereOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LineChange("-a\n").applyTo(TEXT));
    assertThatIllegalArgumentException().isThrownBy(() -> new LineChange("-x\n").applyTo(TEXT));
    assertThatIllegalArgumentException().isThrownBy(() -> new LineChange("+x\n").applyTo(TEXT));
    assertThatIllegalArgumentException().isThrownBy(() -> new LineChange("b\n").applyTo(TEXT));
  }

  @Test
  void everyLineMayGo() {
    assertThat(new LineChange("-a\n").applyTo("a\n")).isEmpty();
  }
}
