package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.template.Binding;
import dev.mayfly.template.Fact;
import dev.mayfly.yaml.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Value files of the GitOps repository, merged as Helm merges them. */
class GitOpsValuesTest {
  private static final PlatformCase FILES = PlatformCase.of("shapes/value-files");

  @Test
  void eachIsPutOverThoseBeforeIt() {
    assertThat(
            values(
                Map.of(
                    "a.yaml",
                    "{a: 1, m: {p: 1, q: 1}, l: [1, 2]}",
                    "b.yaml",
                    "{m: {q: 2}, l: [3]}"),
                "[values.yaml, {gitops: a.yaml}, {gitops: b.yaml}]",
                "{m: {r: 3}, b: 4}"))
        .isEqualTo("{\"a\":1,\"m\":{\"p\":1,\"q\":2,\"r\":3},\"l\":[3],\"b\":4}");
  }

  @Test
  void aMapThatIsNoneAboveIsReplaced() {
    assertThat(
            values(
                Map.of("a.yaml", "{m: {p: 1}, o: 1}"), "[{gitops: a.yaml}]", "{m: 1, o: {p: 1}}"))
        .isEqualTo("{\"m\":1,\"o\":{\"p\":1}}");
  }

  @Test
  void oneOfThemAloneIsEnough() {
    assertThat(values(Map.of("a.yaml", "{a: 1}"), "[{gitops: a.yaml}]", "-"))
        .isEqualTo("{\"a\":1}");
    assertThat(values(Map.of("a.yaml", ""), "[{gitops: a.yaml}]", "{a: 2}")).isEqualTo("{\"a\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.yaml | value-file-missing mayfly.yaml
          list.yaml | value-file-shape list.yaml
          two.yaml | value-file-shape two.yaml
          broken.yaml | yaml-syntax broken.yaml
          """)
  void whatIsNoMapOfValues(String file, String said) {
    try {
      values(
          Map.of("list.yaml", "[1]", "two.yaml", "{a: 1}\n---\n{b: 1}\n", "broken.yaml", "{a: ["),
          "[{gitops: " + file + "}]",
          "{a: 1}");
      assertThat(said).isNull();
    } catch (ProblemsException e) {
      assertThat(e.problems().stream().map(GitOpsValuesTest::text)).containsExactly(said);
    }
  }

  @Test
  void pathsStartAtTheRootOfTheRepository() {
    PlatformCase below =
        FILES.with("gitops.path: clusters && apps.0.bundle.valueFiles: [{gitops: a.yaml}]");
    GitOpsFiles files =
        (folder, path) ->
            Optional.of((folder + " " + path + ": 1").getBytes(StandardCharsets.UTF_8));
    assertThat(load(below, files).values().orElseThrow().entries()).containsKey("clusters a.yaml");
  }

  private static String text(Problem problem) {
    return problem.id() + " " + (problem.location() == null ? "" : problem.location().file());
  }

  private static String values(Map<String, String> files, String listed, String values) {
    PlatformCase changed =
        FILES.with("apps.0.bundle.valueFiles: " + listed + " && apps.0.values: " + values);
    Blueprint blueprint =
        load(
            changed,
            (folder, path) ->
                Optional.ofNullable(files.get(path))
                    .map(it -> it.getBytes(StandardCharsets.UTF_8)));
    return JsonWriter.write(blueprint.values().orElseThrow().bind(new Plain()));
  }

  private static Blueprint load(PlatformCase platform, GitOpsFiles files) {
    return PlatformLoader.load("mayfly.yaml", platform.draft().bytes(), files)
        .blueprints()
        .getFirst();
  }

  private static final class Plain implements Binding {
    @Override
    public String literal(String text) {
      return text;
    }

    @Override
    public String fact(Fact fact) {
      return "";
    }
  }
}
