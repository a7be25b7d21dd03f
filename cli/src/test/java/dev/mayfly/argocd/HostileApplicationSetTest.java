package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Takes valid documents and puts something else in the place of any part. */
class HostileApplicationSetTest {
  private static final Location NOWHERE = Location.ofFile("x");
  private static final List<Node> INTRUDERS =
      List.of(
          new MapNode(List.of(), NOWHERE),
          new ListNode(List.of(), NOWHERE),
          new ScalarNode("", true, NOWHERE),
          new ScalarNode("{{", false, NOWHERE),
          new ScalarNode("{{ index .labels 5 }}", false, NOWHERE),
          new ScalarNode("[a", false, NOWHERE),
          new ScalarNode("\uD83D \u202E", false, NOWHERE),
          new ScalarNode("7", true, NOWHERE),
          new ListNode(List.of(new ScalarNode("!*", false, NOWHERE)), NOWHERE));

  private static final Node SET =
      ApplicationSetSimulationTest.parse(
          """
          metadata: {name: s, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: [missingkey=error]
            generators:
            - matrix:
                generators:
                - list: {elements: [{a: x}, {a: y}], elementsYaml: '- a: z'}
                - merge:
                    mergeKeys: [number]
                    generators:
                    - pullRequest: {github: {owner: acme, repo: shop, labels: [preview]}, values: {v: '{{ .branch }}'},
                        filters: [{branchMatch: a}], template: {metadata: {name: b}}}
                    - list: {elements: [{number: '7', z: 1}]}
              selector: {matchLabels: {a: x}, matchExpressions: [{key: a, operator: In, values: [x]}]}
            - git: {directories: [{path: '*'}], values: {c: d}}
            - git: {files: [{path: '*.yaml', exclude: false}], pathParamPrefix: p}
            syncPolicy: {applicationsSync: sync, preserveResourcesOnDeletion: false}
            templatePatch: 'spec: {source: {path: q}}'
            template:
              metadata: {name: 'n-{{ .number }}', labels: {l: v}, annotations: {'{{ .a }}': v}, finalizers: [f]}
              spec:
                project: p
                sources: [{repoURL: https://a/b, path: c}]
                source: {repoURL: https://a/b, path: c, helm: {valuesObject: {a: [1, 2]}}}
                destination: {server: https://kubernetes.default.svc, namespace: n}
                syncPolicy: {syncOptions: [CreateNamespace=true]}
          """);

  private static final Node PROJECT =
      ApplicationSetSimulationTest.parse(
          """
          metadata: {name: p}
          spec:
            sourceRepos: [https://a/*, '!https://a/c']
            destinations: [{server: '*', namespace: n*}, {name: '!x', namespace: '!y'}]
            clusterResourceWhitelist: [{group: '', kind: Namespace, name: 'n*'}]
            clusterResourceBlacklist: [{group: a, kind: b}]
            sourceNamespaces: [a, /b/]
          """);

  @Test
  @Tag("slow")
  void nothingInAnyPlaceThrows() {
    Random random = new Random(17);
    GeneratorInputs inputs =
        new GeneratorInputs(
            Optional.of(
                List.of(
                    GeneratorPullRequest.of(ApplicationSetSimulationTest.pull(7, "a", "preview")))),
            Optional.of(
                Map.of(
                    "d/x.yaml",
                    Optional.of("a: 1".getBytes(StandardCharsets.UTF_8)),
                    "y.yaml",
                    Optional.of(new byte[] {1}))));
    for (int i = 0; i < 4_000; i++) {
      Simulation simulation = ApplicationSetSimulation.run(mutated(SET, random), inputs);
      Node project = mutated(PROJECT, random);
      simulation
          .applications()
          .forEach(a -> assertThat(ProjectAdmission.of(a, List.of(project))).isNotNull());
      assertThat(simulation.deletions(List.of("a"))).isNotNull();
    }
  }

  private static Node mutated(Node node, Random random) {
    if (random.nextInt(60) == 0) {
      return INTRUDERS.get(random.nextInt(INTRUDERS.size()));
    }
    return switch (node) {
      case ScalarNode scalar -> scalar;
      case ListNode list ->
          new ListNode(
              list.items().stream().map(item -> mutated(item, random)).toList(), list.location());
      case MapNode map -> {
        List<MapNode.Entry> entries = new ArrayList<>();
        for (MapNode.Entry entry : map.entries()) {
          entries.add(new MapNode.Entry(entry.key(), mutated(entry.value(), random)));
        }
        yield new MapNode(entries, map.location());
      }
    };
  }
}
