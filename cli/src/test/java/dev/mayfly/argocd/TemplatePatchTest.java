package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.yaml.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strategic merges (Kubernetes, {@code apimachinery/pkg/util/strategicpatch}). */
class TemplatePatchTest {
  private static final Node APPLICATION =
      ApplicationSetSimulationTest.parse(
          """
          metadata: {name: a, finalizers: [f, g]}
          spec:
            project: p
            source: {repoURL: r, helm: {valuesObject: {m: {x: 1}, l: [1], s: x}}}
            syncPolicy: {automated: {selfHeal: true}, syncOptions: [o]}
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metadata: {finalizers: [h, g]} | metadata finalizers | [h g f]
          metadata: {finalizers: null} | metadata finalizers | <nil>
          metadata: {$deleteFromPrimitiveList/finalizers: [f]} | metadata finalizers | [g]
          spec: {syncPolicy: {syncOptions: [p]}} | spec syncPolicy | map[automated:map[selfHeal:true] syncOptions:[p]]
          spec: {syncPolicy: {$retainKeys: [automated], automated: {prune: true}}} | spec syncPolicy | map[automated:map[prune:true selfHeal:true]]
          spec: {syncPolicy: {$retainKeys: [automated, syncOptions], automated: {prune: true}}} | spec syncPolicy | map[automated:map[prune:true selfHeal:true] syncOptions:[o]]
          spec: {syncPolicy: {$patch: delete}} | spec syncPolicy | map[]
          spec: {syncPolicy: {$patch: replace, syncOptions: [q]}} | spec syncPolicy | map[syncOptions:[q]]
          spec: {sources: [{$patch: delete}, {repoURL: q}]} | spec sources | [map[repoURL:q]]
          spec: {sources: [{repoURL: q}, {repoURL: s}]} | spec sources | [map[repoURL:q] map[repoURL:s]]
          spec: {info: null, source: {plugin: {name: x, env: null}}} | spec source plugin | map[name:x]
          spec: {source: {plugin: {name: x}, kustomize: {$patch: delete}}} | spec source kustomize | <nil>
          spec: {source: {helm: {valuesObject: {s: u, k: 1}}}} | spec source helm valuesObject | map[k:1 l:[1] m:map[x:1] s:u]
          spec: {source: {helm: {valuesObject: {m: 1}}}} | spec source helm valuesObject | map[l:[1] m:1 s:x]
          spec: {source: {helm: {valuesObject: {m: null}}}} | spec source helm valuesObject | map[l:[1] s:x]
          spec: {source: {helm: {valuesObject: {k: {u: 1}, o: [1]}}}} | spec source helm valuesObject | map[k:map[u:1] l:[1] m:map[x:1] o:[1] s:x]
          spec: {project: other} | spec project | p
          """)
  void merges(String patch, String path, String value) throws GeneratorStop {
    Node patched = TemplatePatch.apply(APPLICATION, patch, APPLICATION.location());
    Node found = patched.at(path.split(" "));
    assertThat(found == null ? "<nil>" : GoYaml.value(found).printed()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          spec: {source: {helm: {valuesObject: {m: {y: 1}}}}} | stalled
          spec: {source: {helm: {valuesObject: {l: [2]}}}} | stalled
          [] | stalled
          spec: {ignoreDifferences: [], destination: {$retainKeys: [name]}} | unverifiable
          spec: {destination: {labels: {$retainKeys: [name]}}} | unverifiable
          spec: {syncPolicy: {$patch: replace, retry: {limit: null}}} | unverifiable
          spec: {syncPolicy: {$patch: replace, $retainKeys: [x]}} | unverifiable
          spec: {syncPolicy: {$patch: merge}} | unverifiable
          spec: {syncPolicy: {$retainKeys: [syncOptions], automated: {}}} | unverifiable
          spec: {$deleteFromPrimitiveList/finalizers: [f]} | unverifiable
          """)
  void givesUpWithAReason(String patch, String id) {
    try {
      TemplatePatch.apply(APPLICATION, patch, APPLICATION.location());
      assertThat(patch).isEmpty();
    } catch (GeneratorStop stop) {
      assertThat(stop.problem().id()).isEqualTo(id);
    }
  }
}
