package dev.mayfly.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put together here is taken apart to the same, and nothing else is taken for it. */
class PreviewFoldersTest {
  private static final String LETTERS = "abz09-";

  @Test
  void everyPreviewIsFoundAgainByItsFolder() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      String app = app(random);
      int value = i == 0 ? Integer.MAX_VALUE : random.nextInt(1, 1 << random.nextInt(1, 31));
      PullRequestNumber number = new PullRequestNumber(value);
      PreviewId id = new PreviewId(app, number);
      String folder = PreviewFolders.overlay(app, number);
      String name = PreviewFolders.name(number);
      assertThat(folder).isEqualTo(PreviewFolders.ofApp(app) + "/" + name);
      assertThat(folder).isEqualTo(PreviewFolders.overlay(app, "") + number);
      assertThat(PreviewFolders.isOverlay(name)).isTrue();
      assertThat(PreviewFolders.preview(app, name)).contains(id);
      assertThat(PreviewFolders.preview(folder)).contains(id);
      assertThat(PreviewFolders.holding(folder + "/" + PreviewFolders.RECORD)).contains(folder);
    }
  }

  @Test
  void whatIsFoundIsPutTogetherToTheSame() {
    SplittableRandom random = new SplittableRandom(11);
    List<String> steps =
        List.of("previews", "orders", "pr-7", "pr-", "pr-07", "pr-0", "qr-7", "7", "baseline", "");
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder path = new StringBuilder(steps.get(random.nextInt(steps.size())));
      for (int more = random.nextInt(4); more > 0; more--) {
        path.append('/').append(steps.get(random.nextInt(steps.size())));
      }
      String text = path.toString();
      for (PreviewId id : PreviewFolders.preview(text).stream().toList()) {
        assertThat(PreviewFolders.overlay(id.app(), id.number())).isEqualTo(text);
        assertThat(PreviewFolders.holding(text + "/file")).contains(text);
        found++;
      }
      PreviewFolders.holding(text).ifPresent(folder -> assertThat(text).startsWith(folder + "/"));
    }
    assertThat(found).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "pr-", "pr-0", "pr-07", "pr-x", "pr-2147483648", "PR-7", "7", "pr-7 "})
  void noOtherNameIsAPreview(String name) {
    assertThat(PreviewFolders.preview("orders", name)).isEmpty();
    assertThat(PreviewFolders.preview("previews/orders/" + name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "previews/orders/baseline/Chart.yaml",
        "previews/orders/pr-7",
        "previews/orders/pr-7/a/b",
        "teams/previews/orders/pr-7/a",
        "orders/orders/pr-7/a"
      })
  void noOtherFileIsOfAnOverlay(String path) {
    assertThat(PreviewFolders.holding(path)).isEmpty();
  }

  @Test
  void aFolderWithoutANumberPretendsToBeAnOverlay() {
    assertThat(PreviewFolders.holding("previews/orders/pr-x/a")).contains("previews/orders/pr-x");
    assertThat(PreviewFolders.baseline("orders")).isEqualTo("previews/orders/baseline");
  }

  private static String app(SplittableRandom random) {
    StringBuilder app = new StringBuilder("a");
    for (int more = random.nextInt(20); more > 0; more--) {
      app.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return app.toString();
  }
}
