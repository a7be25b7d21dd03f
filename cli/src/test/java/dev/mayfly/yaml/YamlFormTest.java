package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filled form is what the writer gives for the whole tree, whatever is filled in. */
class YamlFormTest {

  private static Tree document(Tree first, Tree second) {
    Map<String, Tree> inner = new LinkedHashMap<>();
    inner.put("fixed", new Tree.Text("yes"));
    inner.put("open", second);
    inner.put("list", new Tree.Sequence(List.of(first, new Tree.Number(7), second)));
    Map<String, Tree> outer = new LinkedHashMap<>();
    outer.put("open", first);
    outer.put("inner", new Tree.Mapping(inner));
    outer.put("items", new Tree.Sequence(List.of(new Tree.Mapping(Map.of("name", first)))));
    return new Tree.Mapping(outer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "",
        "7",
        "no",
        "a: b",
        "two\nlines\n",
        "two\nlines",
        " led\n",
        "é\n",
        "\""
      })
  void givesWhatTheWriterGives(String text) {
    Tree whole = document(new Tree.Text(text), new Tree.Text("pr-7"));
    StringBuilder filled = new StringBuilder();
    YamlForm.of(document(new Tree.Gap(0), new Tree.Gap(1)))
        .fill(filled, index -> index == 0 ? text : "pr-7");
    assertThat(filled.toString()).isEqualTo(YamlWriter.write(whole));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "two\nlines\n"})
  void aDocumentMayBeOneGap(String text) {
    StringBuilder filled = new StringBuilder();
    YamlForm.of(new Tree.Gap(0)).fill(filled, index -> text);
    assertThat(filled.toString()).isEqualTo(YamlWriter.write(new Tree.Text(text)));
  }
}
