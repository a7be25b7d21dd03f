package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Where a loss and a refusal are shown, whatever the model; what a model adds is no loss. */
class TypedLossTest {
  private static final JsonMapper JSON = new JsonMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {a: x, b: [1, {c: true}]}  | {"a": "x", "b": [1, {"c": true}]} |
          {a: 1}                     | {"a": 1, "status": {}}            |
          {a: 1}                     | {"a": 1.0}                        |
          {a: 1}                     | {"a": 2}                          | f:1:2
          {a: 1}                     | {"a": "1"}                        | f:1:2
          {a: "1"}                   | {"a": 1}                          | f:1:2
          {a: x}                     | {"a": "y"}                        | f:1:2
          {a: 1, b: 2}               | {"a": 1}                          | f:1:8
          {a: {b: 1}}                | {}                                | f:1:2
          {a: {b: 1}}                | {"a": {}}                         | f:1:6
          {a: {b: 1}}                | {"a": [1]}                        | f:1:2
          {a: [1]}                   | {}                                | f:1:2
          {a: [1]}                   | {"a": {"b": 1}}                   | f:1:2
          {a: [1, 2]}                | {"a": [1]}                        | f:1:2
          {a: [1, 2]}                | {"a": [1, 3]}                     | f:1:9
          {a: [{b: 1, c: 2}], d: 3}  | {"a": [{"b": 1}]}                 | f:1:13 f:1:21
          x                          | "y"                               | f:1:1
          """)
  void onlyTheOutermostPlaceOfALossIsShown(String document, String kept, @Nullable String places) {
    Node read = read(document);
    List<Location> lost =
        TypedLoss.places(read, new JsonTree(new Problems()).of(read), JSON.readTree(kept));
    assertThat(lost)
        .extracting(Location::toString)
        .containsExactlyElementsOf(places == null ? List.of() : List.of(places.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {a: {b: 1}}  | a b   | f:1:9 | f:1:6
          {a: {b: 1}}  | a     | f:1:2 | f:1:2
          {a: {b: 1}}  | a c   | f:1:2 | f:1:2
          {a: {b: 1}}  | c     | f:1:1 | f:1:1
          {a: {b: 1}}  | 0     | f:1:1 | f:1:1
          {a: [x, y]}  | a 0   | f:1:6 | f:1:6
          {a: [x, y]}  | a 1   | f:1:9 | f:1:9
          {a: [x, y]}  | a 2   | f:1:2 | f:1:2
          {a: [x, y]}  | a b   | f:1:2 | f:1:2
          {a: x}       | a b   | f:1:5 | f:1:2
          """)
  void aRefusalIsShownAsDeepAsTheDocumentGoes(
      String document, String path, String ofValue, String ofUnknownKey) {
    JacksonException value = DatabindException.from((JsonParser) null, "no such amount");
    JacksonException key =
        new UnrecognizedPropertyException(
            null, "no such key", TokenStreamLocation.NA, Object.class, "key", List.of());
    List<String> steps = List.of(path.split(" "));
    for (String step : steps.reversed()) {
      for (JacksonException refusal : List.of(value, key)) {
        if (Character.isDigit(step.charAt(0))) {
          refusal.prependPath(new Object(), Integer.parseInt(step));
        } else {
          refusal.prependPath(new Object(), step);
        }
      }
    }
    assertThat(TypedLoss.place(read(document), value)).hasToString(ofValue);
    assertThat(TypedLoss.place(read(document), key)).hasToString(ofUnknownKey);
  }

  private static Node read(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return new YamlReader(Budget.ADMIN).read("f", bytes).documents().getFirst();
  }
}
