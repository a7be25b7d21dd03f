package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a set may cost, and what is said of one that costs more. */
class GeneratorWorkTest {
  private static final String TEMPLATE =
      "\n  template: {metadata: {name: x}, spec: {project: p, destination: {server: s}}}\n";

  private static String list(String key, int count, String more) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{%s: v%d%s}".formatted(key, i, more))
        .collect(Collectors.joining(",", "{list: {elements: [", "]}"));
  }

  private static Simulation run(String generators, GeneratorInputs inputs) {
    return ApplicationSetSimulation.run(
        ApplicationSetSimulationTest.parse(
            "metadata: {name: s}\nspec:\n  goTemplate: true\n  generators: "
                + generators
                + TEMPLATE),
        inputs);
  }

  private static Simulation matrix(String first, String second, GeneratorInputs inputs) {
    return run("[{matrix: {generators: [%s, %s]}}]".formatted(first, second), inputs);
  }

  /** What comes out counts, and what the second generator yields each time. */
  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"100, 50, false", "1000, 1000, true"})
  void aMatrixIsFollowedUpToABound(int first, int second, boolean cut) {
    Simulation simulation =
        matrix(
            list("a", first, "") + "}",
            list("b", second, "") + "}",
            ApplicationSetSimulationTest.inputs(List.of()));
    assertThat(simulation.isCut()).isEqualTo(cut);
    assertThat(simulation.applications()).hasSize(cut ? 0 : first * second);
    assertThat(simulation.deletions(List.of("there"))).hasSize(cut ? 0 : 1);
  }

  @Tag("slow")
  @Test
  void aSelectorThatKeepsNothingHidesNoWork() {
    String none = ", selector: {matchLabels: {b: none}}}";
    Simulation simulation =
        matrix(
            list("a", 1000, "") + "}",
            list("b", 1000, "") + none,
            ApplicationSetSimulationTest.inputs(List.of()));
    assertThat(simulation.isCut()).isTrue();
    assertThat(simulation.problems())
        .singleElement()
        .satisfies(it ->
            assertThat(it.message())
                .isEqualTo(
                    "the set comes to more than 100,000 sets of parameters, and is not followed"
                        + " further"));
  }

  @Tag("slow")
  @Test
  void lookingThroughARepositoryForEachSetIsBounded() {
    Map<String, Optional<byte[]>> files = new TreeMap<>();
    IntStream.range(0, 3_000).forEach(i -> files.put("f" + i, Optional.empty()));
    Simulation simulation =
        matrix(
            list("a", 2_000, "") + "}",
            "{git: {repoURL: x, revision: main, files: [{path: none}, {path: neither}]}}",
            new GeneratorInputs(Optional.empty(), Optional.of(files)));
    assertThat(simulation.isCut()).isTrue();
    assertThat(simulation.problems().getFirst().message()).contains("10,000,000 comparisons");
  }

  @Tag("slow")
  @Test
  void whatIsWideCostsAsMuchAsWhatIsLong() {
    String wide =
        IntStream.range(0, 2_000)
            .mapToObj(i -> ", k%d: v".formatted(i))
            .collect(Collectors.joining());
    Simulation simulation =
        matrix(
            list("a", 100, "") + "}",
            list("b", 100, wide) + "}",
            ApplicationSetSimulationTest.inputs(List.of()));
    assertThat(simulation.isCut()).isTrue();
  }

  @Test
  void eachBoundIsTheLargestThatIsTaken() throws GeneratorStop {
    Node at = ApplicationSetSimulationTest.parse("{a: [x, v]}");
    GeneratorWork work = new GeneratorWork();
    work.yields(99_999, at);
    work.yields(1, at);
    assertThatThrownBy(() -> work.yields(1, at)).hasMessageContaining("100,000 sets");
    work.takes(9_999_999, at);
    work.takes(1, at);
    assertThatThrownBy(() -> work.takes(1, at)).hasMessageContaining("10,000,000 comparisons");
  }

  /** A template is as much work as it is long, each time it is filled in. */
  @Test
  void aLongTemplateForManyIsTooMuch() {
    String text = "x".repeat(64 * 5_100);
    Simulation simulation =
        ApplicationSetSimulation.run(
            ApplicationSetSimulationTest.parse(
                "metadata: {name: s}\nspec:\n  generators: ["
                    + list("a", 2_000, "")
                    + "}]\n  template: {metadata: {name: x, annotations: {k: "
                    + text
                    + "}}, spec: {project: p, destination: {server: s}}}\n"),
            ApplicationSetSimulationTest.inputs(List.of()));
    assertThat(simulation.isCut()).isTrue();
  }

  @Test
  void aTreeIsAsLargeAsWhatItHolds() {
    assertThat(GeneratorWork.size(63)).isEqualTo(1);
    assertThat(GeneratorWork.size(64 * 9)).isEqualTo(10);
    assertThat(GeneratorWork.size(ApplicationSetSimulationTest.parse("{a: [x, v]}"))).isEqualTo(5);
    assertThat(GeneratorWork.size(ApplicationSetSimulationTest.parse("a".repeat(128))))
        .isEqualTo(3);
  }
}
