package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedModelsTest {
  private final TypedModels models = new TypedModels();

  @Test
  void aKindIsKnownByItsVersionToo() {
    assertThat(TypedModels.kinds()).contains("v1 ConfigMap", "batch/v1 Job");
    assertThat(TypedModels.know(read("{apiVersion: v1, kind: ConfigMap}"))).isTrue();
    assertThat(TypedModels.know(read("{apiVersion: v2, kind: ConfigMap}"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          kind: ConfigMap, data: {a: b}         |
          kind: ConfigMap, data: {}             | f:1:35 the typed model of ConfigMap does not keep this
          kind: ConfigMap, dat: {a: b}          | f:1:35 the typed model of ConfigMap refuses this: Unrecognized property `dat`, not marked as ignorable
          kind: ConfigMap, data: {a: [b]}       | f:1:42 the typed model of ConfigMap refuses this: Cannot deserialize value of type `String` from Array value
          kind: ConfigMap, immutable: maybe     | f:1:46 the typed model of ConfigMap refuses this: Cannot deserialize value of type `Boolean` from String `maybe`: only `true` or `false` recognized
          """)
  void saysWhatAModelDoesNotKeepOrRefuses(String fields, @Nullable String expected) {
    assertThat(models.check(read("{apiVersion: v1, " + fields + "}")))
        .allSatisfy(problem -> assertThat(problem.id()).isEqualTo("typed-model"))
        .extracting(problem -> problem.location() + " " + problem.message())
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  private static Node read(String text) {
    return new YamlReader(Budget.LINT).read(new Source("f", text)).documents().getFirst();
  }
}
