package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The one comment that Mayfly keeps at a pull request, cut to what a forge takes. */
class StickyCommentTest {
  @Test
  void cutsACommentBelowTheLowestLimitAndNeverInsideACharacter() {
    String text = new StickyComment("k", "🎉".repeat(40_000), false).text();
    assertThat(text.length()).isLessThanOrEqualTo(StickyComment.LONGEST);
    assertThat(text).endsWith("🎉\n\n… (cut)\n").startsWith("<!-- mayfly:k -->\n");
    assertThatThrownBy(() -> new StickyComment("x -->", "", false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
