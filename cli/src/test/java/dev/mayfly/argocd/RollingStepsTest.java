package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is rolled out when, by the rules of Argo CD's {@code buildAppDependencyList}. */
class RollingStepsTest {
  private static Optional<RollingSteps> steps(String strategy) {
    String text =
        """
        apiVersion: argoproj.io/v1alpha1
        kind: ApplicationSet
        metadata: {name: rolled, namespace: argocd}
        spec:
          generators: [{list: {elements: [{id: a, tier: dev}, {id: b, tier: qa}, {id: c, tier: ""}]}}]
          strategy: %s
          template:
            metadata: {name: "{{id}}", labels: {tier: "{{tier}}"}}
            spec:
              project: default
              source: {repoURL: "https://x", path: p}
              destination: {server: "https://s"}
        """
            .formatted(strategy);
    Node set =
        new YamlReader(Budget.LINT)
            .read("set.yaml", text.getBytes(StandardCharsets.UTF_8))
            .documents()
            .getFirst();
    Simulation simulation =
        ApplicationSetSimulation.run(set, ApplicationSetSimulationTest.inputs(List.of()));
    return RollingSteps.of(set, simulation.applications());
  }

  private static RollingSteps rolling(String steps) {
    return steps("{type: RollingSync, rollingSync: {steps: [" + steps + "]}}").orElseThrow();
  }

  private static List<List<String>> chosen(String steps) {
    return rolling(steps).steps().stream().map(RollingSteps.Step::applications).toList();
  }

  @Test
  void labelsChooseAndWhoIsInNoneOrInSeveralIsKnown() {
    RollingSteps rolling =
        rolling(
            "{matchExpressions: [{key: tier, operator: In, values: [dev]}]},"
                + " {matchExpressions: [{key: tier, operator: In, values: [dev, prod]}],"
                + " maxUpdate: 10%}");
    assertThat(rolling.steps())
        .containsExactly(
            new RollingSteps.Step("", List.of("a")), new RollingSteps.Step("10%", List.of("a")));
    assertThat(rolling.inNone()).containsExactly("b", "c");
    assertThat(rolling.inSeveral()).containsExactly(new RollingSteps.Shared("a", List.of(1, 2)));
  }

  @Test
  void aLabelThatIsNotThereFailsInAlone() {
    assertThat(
            chosen(
                "{matchExpressions: [{key: none, operator: In, values: [x]}]},"
                    + "{matchExpressions: [{key: none, operator: NotIn, values: [x]}]},"
                    + "{matchExpressions: [{key: none, operator: Exists}]},"
                    + "{matchExpressions: [{key: tier, operator: Exists}]},"
                    + "{matchExpressions: [{key: tier, operator: NotIn, values: [qa]}]}, {}"))
        .containsExactly(
            List.of(),
            List.of("a", "b", "c"),
            List.of("a", "b", "c"),
            List.of(),
            List.of("a", "c"),
            List.of("a", "b", "c"));
  }

  @Test
  void whatIsInOneStepIsInNoOther() {
    assertThat(rolling("{}").inSeveral()).isEmpty();
    assertThat(rolling("{}, {}").inSeveral()).hasSize(3);
  }

  /** Who rolls out syncs by itself, and has the rest left to it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | {syncPolicy: {automated: {}}} | map[syncPolicy:map[automated:map[enabled:false]]]
          {} | {syncPolicy: {}} | map[syncPolicy:map[]]
          '' | {syncPolicy: {automated: {}}} | map[syncPolicy:map[automated:map[]]]
          """)
  void aRollOutTakesAutomationAway(String steps, String spec, String written) {
    Node set =
        ApplicationSetSimulationTest.parse(
            "spec: {strategy: {type: RollingSync, rollingSync: {steps: [" + steps + "]}}}");
    GoValue application = GoYaml.value(ApplicationSetSimulationTest.parse("spec: " + spec));
    assertThat(ValuePaths.at(RollingSteps.written(set, application), List.of("spec")).printed())
        .isEqualTo(written);
  }

  @Test
  void onlyRollingSyncWithStepsRolls() {
    assertThat(steps("{type: RollingSync, rollingSync: {steps: []}}")).isEmpty();
    assertThat(steps("{type: AllAtOnce, rollingSync: {steps: [{}]}}")).isEmpty();
    assertThat(steps("{type: RollingSync}")).isEmpty();
  }
}
