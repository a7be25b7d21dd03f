package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings that Go's reader gives another structure, as sigs.k8s.io/yaml 1.6.0 was seen to. */
class ReaderTrapsTest {
  /** Go reads each as if `image` had been written. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: {b: c, ?image: evil}\n",
        "a: [b, ?image]\n",
        "a: [{?image: evil}]\n",
        "a: {b: ?c}\n"
      })
  void aQuestionMarkIsPartOfAWordForSomeReadersOnly(String text) {
    bothRefuse(text, "ambiguous-scalar");
  }

  /** Go reads the key `image:`, so that what was merged or defaulted counts. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: {image:, b: c}\n",
        "a: {image :, b: c}\n",
        "a: {b: c, image:}\n",
        "a: [image:, b]\n",
        "a: {image:[b]}\n",
        "a: {image:{b: c}}\n"
      })
  void aColonWithoutAValueIsPartOfTheWordForSomeReaders(String text) {
    bothRefuse(text, "ambiguous-scalar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: {image: null, b: {}, \"c\":d, \"e\":}\n",
        "a:\nb: [c, {d: e}, \"?x\"]\n",
        "a: {b, c: d}\nb: [{c}, d]\n",
        "a: b?\n? c\n: d\n",
        "app: ?*\n?a: b\nc:\n- ?d\n",
        "a: {<b: c, <<<: d, e: <<, '<<': f}\n"
      })
  void whatAllReadAlikeIsRead(String text) {
    assertThat(problems(text, Budget.LINT)).isEmpty();
    assertThat(problems(text, Budget.BUNDLE)).isEmpty();
  }

  @Test
  void ofTwoMergeKeysReadersTakeEitherOne() {
    assertThat(problems("a: {<<: {i: x}, <<: {i: y}}\n", Budget.LINT))
        .containsExactly("duplicate-key");
    assertThat(problems("a: {<<: [{i: x}, {i: y}]}\nb: {<<: {i: x}}\n", Budget.LINT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: {! <<: {i: x}}\n", "a: {!!str <<: {i: x}}\n"})
  void aMergeKeyThatIsPerhapsNoneIsRefused(String text) {
    assertThat(problems(text, Budget.LINT)).contains("ambiguous-scalar");
    assertThat(problems(text, Budget.BUNDLE)).isNotEmpty();
  }

  private static void bothRefuse(String text, String id) {
    assertThat(problems(text, Budget.LINT)).containsExactly(id);
    assertThat(problems(text, Budget.BUNDLE)).containsExactly(id);
  }

  private static List<String> problems(String text, Budget budget) {
    return new YamlReader(budget)
        .read(new Source("x.yaml", text)).problems().stream().map(Problem::id).toList();
  }
}
