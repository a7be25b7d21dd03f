package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each answer is that of Argo CD 3.5.1's own {@code SpecsEquivalent} to the same two specs. */
class FieldDifferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "syncPolicy: {automated: {prune: true}} | syncPolicy: {automated: {prune: true, enabled: false}} | false",
        "syncPolicy: {automated: {prune: true}} | syncPolicy: {automated: {prune: true, allowEmpty: false}} | false",
        "syncPolicy: {automated: {}} | syncPolicy: {} | false",
        "syncPolicy: {} | info: [] | true",
        "sources: [{helm: {valuesObject: {a: 1}}}] | sources: [{helm: {valuesObject: {a: 1, b: false}}}] | false",
        "source: {repoURL: r, helm: {}} | source: {repoURL: r} | true",
        "sources: [{repoURL: r, helm: {}}] | sources: [{repoURL: r}] | false",
        "sources: [{repoURL: r, kustomize: {}}] | sources: [{repoURL: r}] | false",
        "sources: [{repoURL: r, directory: {}}] | sources: [{repoURL: r}] | false",
        "source: {repoURL: r, directory: {jsonnet: {}}} | source: {repoURL: r} | true",
        "source: {repoURL: r, directory: {jsonnet: {libs: [a]}}} | source: {repoURL: r} | false",
        "source: {repoURL: r, directory: {include: a}} | source: {repoURL: r} | false",
        "source: {repoURL: r, kustomize: {forceCommonLabels: true}} | source: {repoURL: r} | true",
        "source: {repoURL: r, kustomize: {commonLabels: {a: ''}}} | source: {repoURL: r} | false",
        "source: {repoURL: r, plugin: {}} | source: {repoURL: r} | false",
        "source: {repoURL: r, helm: {valuesObject: {}}} | source: {repoURL: r} | false",
        "source: {} | info: [] | false",
        "project: '' | project: default | true",
        "sources: [{repoURL: r, ref: ''}] | sources: [{repoURL: r}] | true",
        "revisionHistoryLimit: 0 | info: [] | false",
        "syncPolicy: {retry: {limit: 0}} | syncPolicy: {} | false",
        "syncPolicy: {syncOptions: [], automated: {}} | syncPolicy: {automated: {}} | true",
        "syncPolicy: {retry: {limit: 1, backoff: {factor: 0}}}"
            + " | syncPolicy: {retry: {limit: 1, backoff: {}}} | false",
        "syncPolicy: {retry: {limit: 1, backoff: {}}} | syncPolicy: {retry: {limit: 1}} | false"
      })
  void isSeenWhereTheControllerWouldWrite(String before, String after, boolean same) {
    assertThat(FieldDifference.of(read(before), read(after), new ReleaseLine(3, 5)).isEmpty())
        .isEqualTo(same);
    assertThat(FieldDifference.of(read(after), read(before), new ReleaseLine(3, 5)).isEmpty())
        .isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source: {repoURL: r, path: a} | source: {repoURL: r, path: b} | spec.source.path",
        "sources: [{repoURL: r, path: a}] | sources: [{repoURL: r, path: b}] | spec.sources[0].path",
        "sources: [{repoURL: r}] | sources: [{repoURL: r}, {repoURL: s}] | spec.sources",
        "destination: {name: c} | info: [] | spec.destination.name",
        "sources: [{helm: {valuesObject: {a: {x: 1}, b: 2}}}]"
            + " | sources: [{helm: {valuesObject: {a: {x: 2}}}}]"
            + " | spec.sources[0].helm.valuesObject.a.x spec.sources[0].helm.valuesObject.b",
        "sources: [{helm: {valuesObject: {a: {x: 1}}}}] | sources: [{helm: {valuesObject: {a: null}}}]"
            + " | spec.sources[0].helm.valuesObject.a",
        "sources: [{kustomize: {commonLabels: {a: x}}}] | sources: [{kustomize: {commonLabels: {a: y}}}]"
            + " | spec.sources[0].kustomize.commonLabels.a",
      })
  void saysWhichFields(String before, String after, String paths) {
    ReleaseLine line = new ReleaseLine(3, 5);
    assertThat(FieldDifference.of(read(before), read(after), line))
        .containsExactly(paths.split(" "));
    assertThat(FieldDifference.of(read(after), read(before), line))
        .containsExactly(paths.split(" "));
  }

  @Test
  void pathsAreWrittenInOneWay() {
    assertThat(FieldDifference.path(List.of("spec", "sources", "0", "path")))
        .isEqualTo("spec.sources[0].path");
    assertThat(FieldDifference.path(List.of("0", "a"))).isEqualTo("[0].a");
    assertThat(FieldDifference.list("spec.sources[0].path")).isEqualTo("spec.sources");
    assertThat(FieldDifference.list("spec.source.path")).isEmpty();
  }

  /** Zeros are not there for an expression, but where keys are anybody's. */
  @Test
  void zerosStayWhereKeysAreAnybodys() {
    GoValue.Entries typed =
        TypedApplication.of(
            read(
                "sources: [{repoURL: '', path: '', kustomize: {commonLabels: {a: ''}, namePrefix: ''},"
                    + " helm: {valuesObject: {b: ''}, releaseName: ''}, plugin: {env: [{name: '', value: ''}]}}]"),
            ApplicationSetSimulationTest.parse("metadata: {name: n}"));
    assertThat(typed.values().get("spec"))
        .extracting(GoValue::printed)
        .isEqualTo(
            "map[project:default sources:[map[helm:map[valuesObject:map[b:]] kustomize:map[commonLabels:map[a:]]"
                + " plugin:map[env:[map[name: value:]]] repoURL:]]]");
  }

  private static GoValue read(String spec) {
    String text = "spec: {" + spec + "}";
    return ComparedApplication.normalized(
        ComparedApplication.of(
            new YamlReader(Budget.LINT).read(new Source("a.yaml", text)).documents().getFirst()));
  }
}
