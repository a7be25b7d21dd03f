package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.BEFORE;
import static dev.mayfly.delivery.DeliveryCase.BUILT;
import static dev.mayfly.delivery.DeliveryCase.HEAD;
import static dev.mayfly.delivery.DeliveryCase.OTHER;
import static dev.mayfly.delivery.DeliveryCase.facts;
import static dev.mayfly.delivery.DeliveryCase.folder;
import static dev.mayfly.delivery.DeliveryCase.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.preview.ImageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reviewers are told that changes. */
class OverlayChangeTest {
  private static final String MAP =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\ndata: {a: %s}\n";

  private final SortedMap<String, String> before = new TreeMap<>();
  private final SortedMap<String, String> after = new TreeMap<>();

  @Test
  void objectsComeGoAndChange() {
    before.put("a.yaml", MAP.formatted("same", 1) + "---\n" + MAP.formatted("other", 1));
    before.put("b.yaml", MAP.formatted("old", 1));
    after.put("c.yaml", MAP.formatted("same", 1));
    after.put("d.yaml", MAP.formatted("other", 2) + "---\n" + MAP.formatted("fresh", 1));
    after.put("preview.yaml", "kind: Preview\n");
    assertThat(lines())
        .containsExactly(
            "new: `ConfigMap fresh`", "gone: `ConfigMap old`", "changed: `ConfigMap other`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'a: 1' | new: `a.yaml`
          'kind: Namespace' | new: `Namespace`
          'kind: X, metadata: {name: "a@b"}' | new: `X a@\u200bb`
          """)
  void whatHasNoNameIsCalledByWhatItHas(String document, String line) {
    after.put("a.yaml", "{" + document + "}");
    assertThat(lines()).containsExactly(line);
  }

  @Test
  void moreThanTwentyAreCounted() {
    for (int i = 10; i < 30; i++) {
      after.put("%d.yaml".replace("%d", i + ""), MAP.formatted("n" + i, 1));
    }
    assertThat(lines()).hasSize(20).last().isEqualTo("new: `ConfigMap n29`");
    after.put("30.yaml", MAP.formatted("n30", 1));
    after.put("31.yaml", MAP.formatted("n31", 1));
    assertThat(lines()).hasSize(21).last().isEqualTo("and 2 more");
  }

  @Test
  void longNamesAreCut() {
    String longest = "a-1" + "n".repeat(145);
    after.put("a.yaml", "{kind: X, metadata: {name: " + longest + "}}");
    assertThat(lines()).containsExactly("new: `X " + longest + "`");
    after.put("a.yaml", "{kind: X, metadata: {name: " + "n".repeat(149) + "}}");
    assertThat(lines().getFirst()).hasSizeLessThan(165).doesNotContain("n".repeat(149));
  }

  @Test
  void commitAndImagesAreNamedToo() {
    PreviewFacts facts = facts(HEAD);
    OverlayChange change =
        change(made(OTHER.equals(HEAD) ? Map.of() : Map.of("app", BEFORE)), facts);
    assertThat(change.since()).contains(OTHER);
    assertThat(change.lines())
        .containsExactly(
            "commit: `%s` -> `%s`".formatted(OTHER.shortHex(), HEAD.shortHex()),
            "image `app`: `%s` -> `%s`".formatted(BEFORE, BUILT));
    PreviewFacts more =
        new PreviewFacts(
            pullRequest(OTHER), Map.of("app", BEFORE, "side", BUILT), Optional.empty());
    assertThat(change(made(Map.of("app", BEFORE)), more).lines())
        .containsExactly("image `side`: none -> `" + BUILT + "`");
  }

  @Test
  void whatIsNotThereYetChangesNothingButItself() {
    after.put("a.yaml", MAP.formatted("a", 1));
    OverlayChange change = OverlayChange.of(Optional.empty(), facts(HEAD), after);
    assertThat(change.since()).isEmpty();
    assertThat(change.lines()).containsExactly("new: `ConfigMap a`");
    assertThat(OverlayChange.NONE.lines()).isEmpty();
  }

  @Test
  void whatIsMergedAndBrokenIsPutRight() {
    before.put("a.yaml", "a: [\n");
    assertThat(lines()).containsExactly("what is merged cannot be read");
  }

  private static PreviewFacts made(Map<String, ImageDigest> digests) {
    return new PreviewFacts(pullRequest(OTHER), digests, Optional.empty());
  }

  private List<String> lines() {
    return change(facts(HEAD), facts(HEAD)).lines();
  }

  private OverlayChange change(PreviewFacts was, PreviewFacts is) {
    OverlayFolder merged = folder(was);
    OverlayFolder old = new OverlayFolder(OverlayFolder.bytes(before), merged.record());
    return OverlayChange.of(Optional.of(old), is, after);
  }
}
