package dev.mayfly.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearMissTest {
  private static final List<String> NAMES = List.of("limit", "limits", "labels", "drafts", "forks");

  @Test
  void closestNameComesFirst() {
    assertThat(NearMiss.of("limt", NAMES)).startsWith("limit").contains("limits");
    assertThat(NearMiss.of("LIMIT", NAMES)).startsWith("limit");
    assertThat(NearMiss.of("authors", NAMES)).isEmpty();
  }

  @Test
  void namesAtMostThree() {
    assertThat(NearMiss.of("a", List.of("b", "c", "d", "e"))).containsExactly("b", "c", "d");
  }

  @Test
  void hintFallsBackToWhatIsAllowed() {
    assertThat(NearMiss.hint("limt", NAMES)).isEqualTo("did you mean `limit` or `limits`?");
    assertThat(NearMiss.hint("unrelated-name", List.of("b", "a")))
        .isEqualTo("allowed here: `a`, `b`");
    assertThat(NearMiss.hint("x", List.of())).isEqualTo("nothing is allowed here");
    List<String> many = IntStream.range(10, 30).mapToObj(i -> "name-of-many-" + i).toList();
    assertThat(NearMiss.hint("zzz", many)).endsWith("`name-of-many-18`, ...").doesNotContain("-19");
  }

  /** A key of a hostile file must not cost more than its length. */
  @Test
  void longNamesAreNotCompared() {
    assertThat(NearMiss.of("x".repeat(100_000), Collections.nCopies(1000, "y".repeat(100_000))))
        .isEmpty();
  }
}
