package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedShapeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: pr-17}          | {a: pr-18-shop}
          {a: pr-17}          | {a: "x2.example.dev"}
          {a: a1}             | {a: z1}
          {a: xa1}            | {a: xz1}
          {a: x0}             | {a: x9}
          {a: x10}            | {a: x19}
          {a: "17"}           | {a: "4"}
          {a: "10"}           | {a: "19"}
          {a: "1234567890"}   | {a: "4"}
          {a: [x1, {b: y2}]}  | {a: [z3, {b: w4}]}
          """)
  void wordsThatNameThingsAreNoPartOfIt(String one, String other) {
    assertThat(shape(one)).isEqualTo(shape(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: pr-17}       | {b: pr-17}
          {pr-17: x}       | {pr-18: x}
          {a: pr-17}       | {a: [pr-17]}
          {a: pr-17}       | {a: {pr-17: null}}
          {a: [x1, x1]}    | {a: [x1]}
          {a: pr-17}       | {a: preview}
          {a: preview}     | {a: other}
          {a: pr-17}       | {a: Pr-17}
          {a: pr-17}       | {a: 17}
          {a: 2Gi}         | {a: 3Gi}
          {a: "17"}        | {a: 17}
          {a: "17"}        | {a: "017"}
          {a: "17"}        | {a: "1.7"}
          {a: "17"}        | {a: pr-17}
          {a: "17"}        | {a: "12345678901"}
          {a: ""}          | {a: "1"}
          {a: "2026-11-29"}| {a: "2026-11-30"}
          {a: x_1}         | {a: y_1}
          {a: HTTP2}       | {a: HTTP3}
          {a: ~}           | {a: ""}
          {a: "b1:c"}      | {a: b, "1": c}
          {a: [{}, x]}     | {a: [{x: {}}]}
          """)
  void allElseIs(String one, String other) {
    assertThat(shape(one)).isNotEqualTo(shape(other));
  }

  /** What the class says of the models, asked of them: other names, and nothing to say either. */
  @Test
  @Tag("slow")
  void documentsOfOneShapeAreTakenAlike() throws IOException {
    List<String> asked = new ArrayList<>();
    TypedModels ofRendered = new TypedModels();
    TypedModels ofRenamed = new TypedModels();
    try (Stream<Path> files = Files.walk(Path.of("golden"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).toList()) {
        String text = Files.readString(file);
        String renamed = text.replaceAll("\\bpr-\\d+", "zz-9").replaceAll("\"\\d+\"", "\"7\"");
        // The templates of a chart are no YAML.
        if (read(text).isEmpty()) {
          continue;
        }
        Node other = read(renamed).getFirst();
        if (TypedModels.know(other)
            && !renamed.equals(text)
            && TypedShape.of(other).equals(TypedShape.of(read(text).getFirst()))) {
          asked.add(file.toString());
          assertThat(ofRendered.check(read(text).getFirst())).as(file.toString()).isEmpty();
          assertThat(ofRenamed.check(other)).as(file.toString()).isEmpty();
        }
      }
    }
    assertThat(asked).hasSizeGreaterThan(100);
  }

  @Test
  void whatIsWrongIsSaidOfEachDocument() {
    TypedModels models = new TypedModels();
    String good = "{apiVersion: v1, kind: ConfigMap, metadata: {name: x1}, data: {a: b1}}";
    String bad = "{apiVersion: v1, kind: ConfigMap, metadata: {name: x1}, data: {a: [b1]}}";
    assertThat(models.check(read(good).getFirst())).isEmpty();
    assertThat(models.check(read(bad).getFirst())).isNotEmpty();
    assertThat(models.check(read(bad).getFirst())).isNotEmpty();
  }

  private static String shape(String text) {
    return TypedShape.of(read(text).getFirst());
  }

  private static List<Node> read(String text) {
    return new YamlReader(Budget.LINT).read(new Source("test", text)).documents();
  }
}
