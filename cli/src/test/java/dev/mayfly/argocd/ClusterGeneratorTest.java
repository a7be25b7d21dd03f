package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Argo CD 3.5.1's own generator answered to the same sets. */
class ClusterGeneratorTest {
  /** One value to a selector beside the generator, whatever stands in it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {key: clusters, operator: Exists} | true
          {key: clusters.0.name, operator: Exists} | false
          {key: clusters.0.name, operator: DoesNotExist} | true
          """)
  void aFlatListIsOneParameter(String expression, boolean matches) {
    assertThat(
            GeneratorAnswersTest.of(
                "clusters: {flatList: true}, selector: {matchExpressions: [" + expression + "]}",
                "x"))
        .isEqualTo(matches ? "x" : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {{ typeOf .clusters }} {{ kindOf .clusters }} | []map[string]interface {} slice
          {{ typeOf (index .clusters 0) }} | map[string]interface {}
          {{ typeOf (slice .clusters 0 1) }} | []map[string]interface {}
          {{ typeOf (rest .clusters) }} | []interface {}
          """)
  void aFlatListIsOneOfMaps(String value, String printed) {
    assertThat(GeneratorAnswersTest.of("clusters: {flatList: true}", value)).isEqualTo(printed);
  }

  /** Argo CD asks for its own label, over what the selector says of it. */
  @ParameterizedTest
  @ValueSource(strings = {"cluster", "other", "{{ .x }}"})
  void itsOwnLabelIsAlwaysTheSame(String type) {
    String said = "matchLabels: {argocd.argoproj.io/secret-type: \"" + type + "\"}";
    String exists = "matchExpressions: [{key: argocd.argoproj.io/secret-type, operator: Exists}]";
    assertThat(names(said)).isEqualTo(names(exists)).isNotEmpty().doesNotContain("in-cluster");
  }

  @ParameterizedTest
  @CsvSource({"cluster, true", "other, false"})
  void itsOwnLabelCanBeAskedForOtherwise(String type, boolean matches) {
    String selector =
        "matchExpressions: [{key: argocd.argoproj.io/secret-type, operator: In, values: ["
            + type
            + "]}]";
    assertThat(names(selector).isEmpty()).isNotEqualTo(matches);
  }

  private static String names(String selector) {
    return GeneratorAnswersTest.of("clusters: {selector: {" + selector + "}}", "{{ .name }}");
  }
}
