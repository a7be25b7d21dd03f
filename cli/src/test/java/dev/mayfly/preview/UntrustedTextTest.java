package dev.mayfly.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UntrustedTextTest {
  @Test
  void keepsOrdinaryTextOfAnyScript() {
    assertThat(UntrustedText.clean("Größe 大小 — it's \"fine\" 🎉", 80))
        .isEqualTo("Größe 大小 — it's \"fine\" 🎉");
  }

  @Test
  void takesAwayWhatHidesOrMoves() {
    assertThat(UntrustedText.clean("a\u001b[2Jb\u202Ec\u200Bd\uFEFFe\u2066f\u007Fg\u0000h", 80))
        .isEqualTo("a[2Jbcdefgh");
    assertThat(UntrustedText.clean("x" + Character.toString(0xE0041) + "\uE000y", 80))
        .isEqualTo("xy");
    assertThat(UntrustedText.clean("a\ud800b\udc00c", 80)).isEqualTo("abc");
  }

  @Test
  void makesOneLineOfMany() {
    assertThat(UntrustedText.clean(" a\r\n\tb\u2028c\u0085d \u00a0 ", 80)).isEqualTo("a b c d");
  }

  @Test
  void cutsByCodePointWithAnEllipsis() {
    assertThat(UntrustedText.clean("🎉🎉🎉🎉", 3)).isEqualTo("🎉🎉…");
    assertThat(UntrustedText.clean("🎉🎉🎉", 3)).isEqualTo("🎉🎉🎉");
    assertThat(UntrustedText.clean("ab cd", 4)).isEqualTo("ab…");
    assertThat(UntrustedText.clean("abcd", 1)).isEqualTo("…");
    assertThat(UntrustedText.clean("   ", 1)).isEmpty();
  }

  @Test
  void neverGivesMoreThanAskedForNorAnythingUnprintable() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append((char) random.nextInt(0x10000));
      }
      int limit = 1 + random.nextInt(20);
      String clean = UntrustedText.clean(text.toString(), limit);
      assertThat(clean.codePointCount(0, clean.length())).isLessThanOrEqualTo(limit);
      assertThat(clean.chars().noneMatch(Character::isISOControl)).isTrue();
      assertThat(UntrustedText.clean(clean, limit)).isEqualTo(clean);
    }
  }
}
