package dev.mayfly.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Activity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

  @Test
  void filesThatStayTheSameAreNotReadAgain() {
    InputFile same = file("a.yaml", "same");
    Corpus before = read(same, file("b.yaml", "old"));

    Corpus after = before.withFiles(found(same, file("b.yaml", "new")), Activity.SILENT);

    assertThat(after.resources()).extracting(Resource::name).containsExactly("same", "new");
    assertThat(after.resources().getFirst()).isSameAs(before.resources().getFirst());
  }

  /** The chart beside it decides what a file is. */
  @Test
  void aFileThatIsATemplateNowIsLeftAlone() {
    InputFile same = file("templates/a.yaml", "same");
    Corpus before = read(same);
    assertThat(before.resources()).hasSize(1);

    InputFile chart = new InputFile("Chart.yaml", "name: x".getBytes(UTF_8));
    Corpus after = before.withFiles(found(same, chart), Activity.SILENT);

    assertThat(after.resources()).isEmpty();
    assertThat(after.withFiles(found(same), Activity.SILENT).resources()).hasSize(1);
  }

  private static Corpus read(InputFile... files) {
    return Corpus.read(found(files), Activity.SILENT);
  }

  private static FileFinder.Found found(InputFile... files) {
    return new FileFinder.Found(List.of(files), List.of());
  }

  private static InputFile file(String path, String name) {
    String text = "apiVersion: v1\nkind: Secret\nmetadata: {name: %s}\n".formatted(name);
    return new InputFile(path, text.getBytes(UTF_8));
  }
}
