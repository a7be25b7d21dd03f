package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Node;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A branch whose slug is not known here stops a set that reads the slug, and no other. */
class GeneratorContextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: 'x-{{ .branch_slug }}', b: y} | true
          {a: y, b: [c, {d: '{{ .target_branch_slug }}'}]} | true
          {a: '{{ .branch }}', b: [c, slug]} | false
          {} | false
          """)
  void anyTextOfASetMayMentionAWord(String set, boolean mentioned) throws GeneratorStop {
    assertThat(context(set).mentions("_slug")).isEqualTo(mentioned);
  }

  @ParameterizedTest
  @CsvSource({"{{ .branch_slug }}, true", "{{ .number }}, false"})
  void aSlugThatNobodyReadsStopsNothing(String name, boolean stops) {
    String spec =
        """
        generators: [{pullRequest: {github: {owner: acme, repo: shop}}}]
        template:
          metadata: {name: 'a-%s'}
          spec: {project: p, destination: {name: in-cluster}}
        """
            .formatted(name);
    GeneratorInputs inputs =
        ApplicationSetSimulationTest.inputs(
            List.of(ApplicationSetSimulationTest.pull(7, "\u5206\u652f")));
    Simulation simulation = ApplicationSetSimulationTest.run(spec, inputs);
    assertThat(simulation.isUnverifiable()).isEqualTo(stops);
    assertThat(simulation.applications()).hasSize(stops ? 0 : 1);
  }

  private static GeneratorContext context(String text) throws GeneratorStop {
    Node set = ApplicationSetSimulationTest.parse(text);
    return new GeneratorContext(
        set,
        TextRendering.of(set),
        ApplicationSetSimulationTest.inputs(List.of()),
        new GeneratorWork(),
        new ReleaseLine(3, 5));
  }
}
