package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.jq.JqStop;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Argo CD docs, "Limitations of ignoreApplicationDifferences". */
class IgnoredFieldsTest {
  private static final String LIVE =
      "project: p, sources: [{repoURL: r, targetRevision: v1}, {repoURL: s, path: a}]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jsonPointers: [/spec/sources/0/targetRevision] | v1 | v2 | ''
          name: a, jsonPointers: [/spec/sources/0/targetRevision] | v1 | v2 | ''
          name: b, jsonPointers: [/spec/sources/0/targetRevision] | v1 | v2 | spec.sources[0].targetRevision
          jqPathExpressions: ['.spec.sources[0].targetRevision'] | v1 | v2 | ''
          jsonPointers: [/spec/sources/0/targetRevision] | path: a | path: b | spec.sources[0].targetRevision spec.sources[1].path
          jsonPointers: [/spec/sources/0/targetRevision] | path: a} | path: a}, {repoURL: t} | spec.sources spec.sources[0].targetRevision
          jsonPointers: [/spec/sources/0/path] | path: a | path: b | spec.sources[1].path
          jsonPointers: [/spec/sources/0/targetRevision] | project: p | project: q | spec.project
          jsonPointers: [/spec/project] | path: a | path: b | spec.sources[1].path
          jsonPointers: [spec/project] | project: p | project: q | spec.project
          """)
  void whatIsIgnoredInAListGoesWithAChangeOfIt(
      String ignored, String old, String fresh, String fields) throws JqStop {
    Node set =
        ApplicationSetSimulationTest.parse(
            "spec: {ignoreApplicationDifferences: [{" + ignored + "}]}");
    Node application = ApplicationSetSimulationTest.parse("metadata: {name: a}");
    assertThat(
            String.join(
                " ",
                IgnoredFields.of(set, application)
                    .differences(
                        spec(LIVE), spec(LIVE.replace(old, fresh)), new ReleaseLine(3, 5))))
        .isEqualTo(fields);
  }

  private static GoValue spec(String text) {
    return ComparedApplication.normalized(
        ComparedApplication.of(ApplicationSetSimulationTest.parse("spec: {" + text + "}")));
  }
}
