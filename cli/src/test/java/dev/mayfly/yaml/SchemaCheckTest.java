package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("changes the locale of the JVM")
class SchemaCheckTest {
  private static final SchemaCheck SCHEMA =
      schema(
          """
          {"type": "object", "additionalProperties": false, "required": ["name"],
           "properties": {
             "name": {"type": "string", "pattern": "^[a-z]{1,5}$"},
             "port": {"$ref": "#/$defs/port"},
             "kind": {"enum": ["helm", "kustomize"]},
             "odd/na~me": {"type": "array", "items": {"type": "string"}},
             "never": false,
             "one": {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]},
             "labels": {"type": "object", "propertyNames": {"pattern": "^[a-z]+$"},
                        "additionalProperties": {"type": "string"}}},
           "$defs": {"port": {"type": "integer", "minimum": 1}}}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          name: ab                      |
          name: ab\\nprot: 1             | f:2:1 unknown-key unknown key `prot` / did you mean `port`?
          port: 1                       | f:1:1 missing-field the field `name` is missing /
          name: ABC                     | f:1:7 wrong-syntax `ABC` does not match `^[a-z]{1,5}$` /
          name: 7                       | f:1:7 wrong-type expected a string, found `7` /
          name:                         | f:1:6 wrong-type expected a string, found null /
          {name: a, port: "1"}          | f:1:17 wrong-type expected an integer, found `1` /
          {name: a, port: [1]}          | f:1:17 wrong-type expected an integer, found a list /
          {name: a, port: 0}            | f:1:17 schema-minimum must have a minimum value of 1 /
          {name: a, port: 1.0}          | f:1:17 ambiguous-scalar `1.0` is an integer to some readers and a fraction to others / put it in quotes
          {name: yes}                   | f:1:8 ambiguous-scalar YAML 1.1 and 1.2 readers disagree on `yes` / put it in quotes
          {name: a, kind: helmm}        | f:1:17 not-allowed `helmm` is not allowed here /
          {name: a, odd/na~me: [x, 1]}  | f:1:26 wrong-type expected a string, found `1` /
          {name: a, never: 1}           | f:1:11 unknown-key unknown key `never` beside the others /
          {name: a, labels: {A: x}}     | f:1:20 wrong-syntax the key `A` is not of the right form /
          """)
  void saysWhereAndWhat(String yaml, String expected) {
    assertThat(check(SCHEMA, yaml.replace("\\n", "\n")))
        .isEqualTo(expected == null ? List.of() : List.of(expected.strip()));
  }

  @Test
  void onlyAShortTextIsRepeated() {
    assertThat(check(SCHEMA, "name: " + "A".repeat(80)).getFirst()).contains("`" + "A".repeat(80));
    assertThat(check(SCHEMA, "name: " + "A".repeat(81)).getFirst()).contains(" a string does not");
  }

  @Test
  void ofADocumentThatIsForbiddenTheWholeIsShown() {
    assertThat(check(schema("false"), "a: 1").getFirst()).startsWith("f:1:1 unknown-key");
  }

  @Test
  void anEndAnchorIsNoLineEnd() {
    assertThat(check(SCHEMA, "name: \"ab\\n\"")).hasSize(1);
  }

  /** Java takes frames of the stack for each turn of a group. */
  @Test
  void noTextIsTooLongForAPattern() {
    SchemaCheck repeating = schema("{\"pattern\": \"^(a|b[c])*$\"}");
    for (String text : List.of("a".repeat(200_000), "bc".repeat(100_000) + "b")) {
      assertThat(repeating.check(document("\"" + text + "\"")))
          .extracting(Problem::id)
          .containsOnly("wrong-syntax");
    }
    assertThat(repeating.check(document("aabca"))).isEmpty();
  }

  @Test
  void saysOnceThatNoAlternativeFits() {
    assertThat(check(SCHEMA, "{name: a, one: {c: 1}}"))
        .singleElement()
        .asString()
        .startsWith("f:1:16 schema-oneOf");
  }

  @Test
  void speaksOneLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.JAPAN);
      assertThat(check(SCHEMA, "{name: a, port: 0}").getFirst()).contains("must have a minimum");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static SchemaCheck schema(String json) {
    return SchemaCheck.of(json.getBytes(StandardCharsets.UTF_8));
  }

  private static Node document(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return new YamlReader(Budget.ADMIN).read("f", bytes).documents().getFirst();
  }

  private static List<String> check(SchemaCheck schema, String yaml) {
    return schema.check(document(yaml)).stream().map(SchemaCheckTest::text).toList();
  }

  private static String text(Problem problem) {
    String text =
        problem.location() + " " + problem.id() + " " + problem.message() + " / " + problem.hint();
    return text.strip().replace('\n', '?');
  }
}
