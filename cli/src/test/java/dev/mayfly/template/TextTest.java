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

  /** A target may take characters and the fact behind them for one. */
  @Test
  void onlyWhatStandsBeforeAFactIsToldSo() {
    Text text = Text.of("a").plus(NUMBER).plus(new Text(NUMBER.parts())).plus("b");
    assertThat(text.bind(new Careful())).isEqualTo("[a]<7><7>b");
    assertThat(Text.of("a").bind(new Careful())).isEqualTo("a");
    assertThat(text.bind(new WrittenOut.Markers())).isEqualTo("a<Number[]><Number[]>b");
  }

  @Test
  void messagesShowTheHoles() {
    assertThat(Text.of("pr-").plus(NUMBER).plus(Text.of(new Fact.Said("title"))))
        .hasToString("pr-<number><Said[key=title]>");
  }

  /** Overlays are marked with checksums of these. */
  @Test
  void theFormOfAFactStays() {
    assertThat(new Fact.Number().form()).isEqualTo("Number[]");
    assertThat(new Fact.ImageDigest("app").form()).isEqualTo("ImageDigest[imageId=app]");
    assertThat(new Fact.Said("title").form()).isEqualTo("Said[key=title]");
  }

  private record Careful() implements Binding {
    @Override
    public String literal(String text) {
      return text;
    }

    @Override
    public String literalBeforeFact(String text) {
      return "[" + text + "]";
    }

    @Override
    public String fact(Fact fact) {
      return "<7>";
    }
  }
}
