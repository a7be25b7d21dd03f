package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.diagnostic.ProblemsException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plugin answered becomes parameters. */
class PluginGeneratorTest {
  private static final String ANSWER =
      "{\"output\": {\"parameters\": [{\"n\": \"a\", \"m\": {\"k\": 1}}, {\"n\": \"b\"}]}}";

  @Test
  void eachMapIsASet() {
    assertThat(shown(true, "{{.n}} {{.values.v}}")).containsExactly("a w", "b w");
    assertThat(shown(false, "{{n}} {{m.k}}")).containsExactly("a 1", "b {{m.k}}");
  }

  @Test
  void whatIsNotGivenIsNotKnown() {
    assertThat(run(Optional.empty(), true, "x").isUnverifiable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"output\": {\"parameters\": {}}}", "{\"output\": {\"parameters\": [1]}}"})
  void otherAnswersAreRefused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(ProblemsException.class);
  }

  private static List<GoValue.Entries> read(String json) {
    return PluginGenerator.read("f", json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> shown(boolean go, String template) {
    return run(Optional.of(read(ANSWER)), go, template).applications().stream()
        .map(it -> it.text("metadata", "annotations", "a"))
        .toList();
  }

  private static Simulation run(
      Optional<List<GoValue.Entries>> answer, boolean go, String template) {
    String name = go ? "{{.n}}" : "{{n}}";
    return ApplicationSetSimulation.run(
        ApplicationSetSimulationTest.parse(
            "metadata: {name: s}\nspec:\n  goTemplate: "
                + go
                + "\n  generators:\n  - plugin: {configMapRef: {name: x}, values: {v: w}}"
                + "\n  template:\n    metadata: {name: 'a-"
                + name
                + "', annotations: {a: '"
                + template
                + "'}}\n    spec: {project: p, source: {repoURL: r, path: p}, destination: {name: c}}\n"),
        new GeneratorInputs(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            answer));
  }
}
