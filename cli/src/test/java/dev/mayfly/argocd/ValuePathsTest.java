package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuePathsTest {
  private static final GoValue VALUE =
      GoYaml.value(ApplicationSetSimulationTest.parse("{l: [{k: a}, {k: b}], m: {k: c}}"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "l 0 k | a | map[l:[map[] map[k:b]] m:map[k:c]]",
        "l 1 | map[k:b] | map[l:[map[k:a]] m:map[k:c]]",
        "l 2 | <nil> | map[l:[map[k:a] map[k:b]] m:map[k:c]]",
        "l 01 | <nil> | map[l:[map[k:a] map[k:b]] m:map[k:c]]",
        "l k | <nil> | map[l:[map[k:a] map[k:b]] m:map[k:c]]",
        "m k | c | map[l:[map[k:a] map[k:b]] m:map[]]",
        "m none | <nil> | map[l:[map[k:a] map[k:b]] m:map[k:c]]",
        "m k x | <nil> | map[l:[map[k:a] map[k:b]] m:map[k:c]]"
      })
  void leadToPartsOrNowhere(String path, String part, String without) {
    List<String> keys = List.of(path.split(" "));
    assertThat(ValuePaths.at(VALUE, keys).printed()).isEqualTo(part);
    assertThat(ValuePaths.without(VALUE, keys).printed()).isEqualTo(without);
  }
}
