package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.platform.ReleaseLine;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is said of generated Applications, and where. */
class ApplicationValidationTest {
  private static List<String> said(String spec, String name, String more) {
    String set =
        """
        metadata: {name: s}
        spec:
          generators: [{list: {elements: [%s]}}]
          template:
            metadata: {%s}
            spec: {project: p, destination: {name: c}, source: {repoURL: r%s}}
        """;
    return ApplicationSetSimulation.run(
            ApplicationSetSimulationTest.parse(set.formatted(spec, name, more)),
            ApplicationSetSimulationTest.inputs(List.of()),
            new ReleaseLine(3, 5))
        .problems()
        .stream()
        .map(ApplicationValidationTest::shown)
        .toList();
  }

  private static String shown(Problem problem) {
    return problem.id()
        + " "
        + Objects.requireNonNull(problem.location()).line()
        + " "
        + problem.message();
  }

  @Test
  void whatATemplateLeftBehindIsSaidWhereItStands() {
    assertThat(said("{a: b}", "name: x", ", path: '{{c}}'"))
        .containsExactly("leftover-template 6 the rendered text holds `{{`");
    assertThat(said("{a: b}", "name: x", ", helm: {valueFiles: [x, '{{c}}']}"))
        .containsExactly("leftover-template 6 the rendered text holds `{{`");
    assertThat(said("{a: <no value>}", "name: x", ", path: '{{a}}'"))
        .containsExactly("no-value 6 the rendered text holds `<no value>`");
    assertThat(said("{a: b}", "name: x", "")).isEmpty();
  }

  @Test
  void twoOfOneNameAreSaidByIt() {
    assertThat(said("{a: b}, {a: c}", "name: x", ""))
        .hasSize(2)
        .containsOnly("skipped 5 2 Applications have the name `x`");
    assertThat(said("{a: ''}, {a: ''}", "name: '{{a}}'", ""))
        .hasSize(2)
        .containsOnly("skipped 5 2 Applications have no name");
  }

  @Test
  void aNameThatIsNoneIsSaidWhereItStandsOrWouldStand() {
    String none =
        " an Application has no name, and before Argo CD 3.6 nothing is made or deleted then";
    assertThat(said("{a: ''}", "name: '{{a}}'", "")).containsExactly("stalled 5" + none);
    assertThat(said("{a: ''}", "labels: {}", "")).containsExactly("stalled 5" + none);
    assertThat(said("{a: A}", "name: '{{a}}'", ""))
        .containsExactly("stalled 5 `A` is not a name that Kubernetes takes");
  }

  @Test
  void whatIsCutIsTold() {
    Problem cut = GeneratorStop.tooMany(null, "x").problem();
    ReleaseLine line = new ReleaseLine(3, 5);
    assertThat(new Simulation("s", line, List.of(), List.of(cut), true).isCut()).isTrue();
    assertThat(new Simulation("s", line, List.of(), List.of(), true).isCut()).isFalse();
  }
}
