package dev.mayfly.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
  private static final Text NUMBER = Text.of(new Fact.Number());

  @Test
  void neighbouringLiteralsBecomeOne() {
    assertThat(Text.of("a").plus("b").plus(Text.of("c")).parts())
        .isEqualTo(List.of(new Text.Literal("abc")));
    assertThat(Text.of("a").plus(NUMBER).plus("b").plus("c"))
        .isEqualTo(Text.of("a").plus(NUMBER).plus("bc"));
  }

  @Test
  void emptyTextAddsNothing() {
    assertThat(Text.of("").plus(NUMBER).plus("")).isEqualTo(NUMBER);
    assertThat(Text.of("").literal()).contains("");
  }

  @Test
  void literalOnlyWhereNoHoleIsLeft() {
    assertThat(Text.of("a").literal()).contains("a");
    assertThat(NUMBER.literal()).isEmpty();
    assertThat(Text.of("a").plus(NUMBER).literal()).isEmpty();
  }

  @Test
  void replacesInLiteralsAndLeavesHoles() {
    assertThat(Text.of("a-b-").plus(NUMBER).plus("-c").replace('-', '_'))
        .isEqualTo(Text.of("a_b_").plus(NUMBER).plus("_c"));
  }

  @Test
  void knowsWhatItDependsOn() {
    Text text = Text.of("a").plus(NUMBER);
    assertThat(text.carriesNumber()).isTrue();
    assertThat(Text.of(new Fact.HeadSha()).carriesNumber()).isFalse();
    assertThat(text.isUntrusted()).isFalse();
    assertThat(text.plus(Text.of(new Fact.Said("title"))).isUntrusted()).isTrue();
  }
}
