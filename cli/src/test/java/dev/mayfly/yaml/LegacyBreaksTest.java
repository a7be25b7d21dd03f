package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What ends a line for Go's reader only is refused by every budget, wherever it could hide
 * something.
 */
class LegacyBreaksTest {
  private static final List<Budget> ALL =
      List.of(Budget.ADMIN, Budget.UNTRUSTED, Budget.LOCK, Budget.BUNDLE, Budget.LINT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# \ud83d\ude00 c@kind: Deployment\n",
        "a: b@c\n",
        "a: b\n# c@d: e\n---\nf: g\n",
        "a@b: c\n",
        "a: |\n  x@  y\n",
        "a: >\n  x@  y\n",
        "a: [b, c@]\n",
        "- a # b@- c\n",
        "a: \"b@\"\nc: d@e\n",
        "@a: b\n"
      })
  void outsideOfQuotesItIsRefused(String text) {
    for (char legacy : new char[] {'\u0085', '\u2028', '\u2029'}) {
      for (Budget budget : ALL) {
        assertThat(read(text.replace('@', legacy), budget))
            .as("U+%04X", (int) legacy)
            .extracting(Problem::id)
            .contains("character");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: \"b@\"\n", "'a@': b\n", "{\"a\": \"@\"}\n", "a: \"b\n  @ c\"\n"})
  void betweenQuotesItIsText(String text) {
    for (Budget budget : ALL) {
      assertThat(read(text.replace('@', '\u2028'), budget)).isEmpty();
      assertThat(read(text.replace('@', '\u2029'), budget)).isEmpty();
    }
    assertThat(read(text.replace('@', '\u0085'), Budget.LINT)).isEmpty();
  }

  @Test
  void itsPlaceIsToldInCharacters() {
    List<Problem> problems = read("a: b\n# \ud83d\ude00 c\u2028d: e\n# \u2029\n", Budget.LINT);
    assertThat(problems).hasSize(1);
    Location at = problems.getFirst().location();
    assertThat(at).isNotNull();
    assertThat(at.line()).isEqualTo(2);
    assertThat(at.column()).isEqualTo(6);
    assertThat(problems.getFirst().message())
        .isEqualTo("the character U+2028 ends a line for Kubernetes, and not for every reader");
  }

  private static List<Problem> read(String text, Budget budget) {
    return new YamlReader(budget).read(new Source("x.yaml", text)).problems();
  }
}
