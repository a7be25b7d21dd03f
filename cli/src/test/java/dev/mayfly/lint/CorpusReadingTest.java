package dev.mayfly.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusReadingTest {
  /** Argo CD applies what is in {@code items}, whatever the object calls itself. */
  @ParameterizedTest
  @ValueSource(strings = {"List", "ConfigMapList", "ConfigMap"})
  void listsAreTakenApart(String kind) {
    String text =
        "apiVersion: v1\nkind: %s\nmetadata: {name: x}\nitems: [{apiVersion: v1, kind: Secret, metadata: {name: y}}]\n"
            .formatted(kind);
    Corpus corpus = Corpus.read(Map.of("x.yaml", text.getBytes(UTF_8)));
    assertThat(corpus.resources()).extracting(Resource::kind).containsExactly("Secret");
  }
}
