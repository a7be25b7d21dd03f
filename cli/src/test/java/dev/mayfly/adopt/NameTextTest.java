package dev.mayfly.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In these cases {@code N} is the number, {@code B} the branch, {@code S} the commit. */
class NameTextTest {
  @ParameterizedTest
  @CsvSource({
    "shop-pr-N, shop-pr-N",
    "shop-B, shop-N",
    "shop-B-N, shop-N",
    "B, pr-N",
    "N, N",
    "B-web, N-web",
    "shop-N-S, shop-N",
    "shop-S, shop-N",
    "shop, shop-N",
    "pr-N.web, pr-N.web",
  })
  void onlyTheNumberTellsPreviewsApart(String written, String numbered) {
    assertThat(NameText.numbered(marked(written))).isEqualTo(marked(numbered));
  }

  @ParameterizedTest
  @CsvSource({
    "shop-pr-N, shop, ${app.name}-pr-${pr.number}",
    "preview-shop-N, shop, preview-${app.name}-${pr.number}",
    "acme-shop-N, acme-shop, ${app.name}-${pr.number}",
    "pr-N, '', pr-${pr.number}",
    "N-shop, shop, ${pr.number}-${app.name}",
    "acme-pr-N-checkout, checkout, acme-pr-${pr.number}-${app.name}",
    "Cart_pr-N, cart, ''",
  })
  void theRestSaysWhichAppItIs(String written, String app, String pattern) {
    String numbered = NameText.numbered(marked(written));
    assertThat(NameText.app(numbered, List.of())).startsWith(app.isEmpty() ? "" : app);
    assertThat(NameText.pattern(numbered, app)).isEqualTo(pattern);
  }

  private static String marked(String text) {
    return text.replace('N', Marks.NUMBER).replace('B', Marks.SLUG).replace('S', Marks.HEAD_SHA);
  }
}
