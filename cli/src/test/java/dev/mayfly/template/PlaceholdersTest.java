package dev.mayfly.template;

import static dev.mayfly.template.WrittenOut.problems;
import static dev.mayfly.template.WrittenOut.rendered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a placeholder is, and where it stands. */
class PlaceholdersTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "a.b", "a.0", "a-z", "a_9", "aZ", "a0.z-"})
  void keysArePathsOfWords(String key) {
    assertThat(rendered("x: a${" + key + "}", new Scope().put(key, "v"))).isEqualTo("x: av\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", ".a", "a.", "a..b", "-a", "_a", "a b", "a/b", "a:b", "a@b", "a[b", "a`b", "a{b",
        "/a", ":a", "@a", "[a", "`a", "ä"
      })
  void nothingElseIs(String key) {
    assertThat(problems("x: 'a${" + key + "}'", new Scope()))
        .extracting(Problem::message)
        .containsExactly("`" + key + "` is not a key");
  }

  @Test
  void aBraceMustClose() {
    assertThat(problems("x: 'a${b'", new Scope()))
        .extracting(Problem::message)
        .containsExactly("this placeholder has no closing brace");
  }

  /** Lines and columns count from one, a character beyond the BMP as one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "x: '${b} ${c}'           | t.yaml:1:5-1:9 t.yaml:1:10-1:14",
        "'${b}': ${c}             | t.yaml:1:2-1:6 t.yaml:1:9-1:13",
        "x: '🎉${b}'              | t.yaml:1:6-1:10",
        "x: >-~  one~  ${b}       | t.yaml:3:3-3:7",
        "x: ['${b}',~ '${b}']     | t.yaml:1:6-1:10 t.yaml:2:3-2:7",
        "${b}: >-~  ${b}          | t.yaml:1:1-1:5 t.yaml:2:3-2:7",
        "x: \"\\x24{b}\"          | t.yaml:1:4-1:13"
      })
  void theirPlaceIsKnown(String template, String places) {
    assertThat(problems(template.strip().replace('~', '\n'), new Scope()))
        .filteredOn(it -> it.id().equals("missing-key"))
        .extracting(
            it -> it.location() + "-" + it.location().endLine() + ":" + it.location().endColumn())
        .containsExactly(places.split(" "));
  }

  @Test
  void severalTemplatesOfOneFile() {
    List<Template> two = Template.parseAll("t.yaml", WrittenOut.bytes("a: 1\n---\nb: 2\n"));
    assertThat(two)
        .extracting(it -> it.at("b").toString())
        .containsExactly("t.yaml:1:1", "t.yaml:3:4");
    assertThat(Template.parseAll("t.yaml", WrittenOut.bytes("a: 1\n"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1~---~- b | t.yaml:3:1 a template must be a map",
        "- b          | t.yaml:1:1 a template must be a map",
        "# nothing    | t.yaml the file has no object"
      })
  void everyTemplateIsAMap(String file, String said) {
    assertThat(
            catchThrowableOfType(
                    ProblemsException.class,
                    () ->
                        Template.parseAll(
                            "t.yaml", WrittenOut.bytes(file.strip().replace('~', '\n'))))
                .problems())
        .extracting(it -> it.location() + " " + it.message())
        .containsExactly(said);
  }

  @Test
  void aPlaceIsTheNearestThatIsWritten() {
    Template template = Template.parse("t.yaml", WrittenOut.bytes("a:\n  b: 1\n  c:\n    d: 2\n"));
    assertThat(template.at("a", "c", "d")).hasToString("t.yaml:4:8");
    assertThat(template.at("a", "c", "x", "y")).hasToString("t.yaml:4:5");
    assertThat(template.at()).hasToString("t.yaml:1:1");
  }
}
