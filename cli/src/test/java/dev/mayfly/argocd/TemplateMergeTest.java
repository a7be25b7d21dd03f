package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.GoYaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateMergeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a: 1, m: {b: 2}} | {a: 3, m: {b: 4, c: 5}} | map[a:1 m:map[b:2 c:5]]",
        "{a: ''} | {a: 3} | map[a:3]",
        "{l: [1]} | {l: [2, 3]} | map[l:[1]]",
        "{valuesObject: {a: 1}} | {valuesObject: {b: 2}} | map[valuesObject:map[a:1]]",
        "{valuesObject: {}} | {valuesObject: {b: 2}} | map[valuesObject:map[b:2]]",
        "{valuesObject: {a: 1}} | {} | map[valuesObject:map[a:1]]"
      })
  void theGeneratorsOwnWins(String own, String base, String merged) {
    assertThat(
            GoYaml.value(
                    TemplateMerge.merged(
                        ApplicationSetSimulationTest.parse(own),
                        ApplicationSetSimulationTest.parse(base)))
                .printed())
        .isEqualTo(merged);
  }
}
