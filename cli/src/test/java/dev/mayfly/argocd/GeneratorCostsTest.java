package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each generator is counted for: it runs with as many steps left, and not with one less. */
class GeneratorCostsTest {
  private static final Node SET =
      ApplicationSetSimulationTest.parse("{metadata: {name: s}, spec: {goTemplate: true}}");
  private static final String MAP =
      "kind: ConfigMap\nmetadata: {name: m}\ndata: {apiVersion: a.b/v1, kind: places, matchKey: c}\n";
  private static final String PLACE =
      "---\napiVersion: a.b/v1\nkind: Place\nmetadata: {name: n}\n"
          + "status: {clusters: [{c: x}, {c: x}, {c: x}]}\n";
  private static final String REPOSITORIES =
      """
      [{"organization": "o", "repository": "a", "url": "u", "branch": "main"},
       {"organization": "o", "repository": "b", "url": "u", "branch": "main"}]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {list: {elements: [{a: b}, {a: c}]}} | 0 | 2
          {list: {elementsYaml: '[{a: b}]                                                           '}} | 2 | 1
          {clusters: {}} | 2 | 2
          {pullRequest: {github: {owner: acme, repo: shop}}} | 3 | 3
          {pullRequest: {github: {owner: acme, repo: shop}, filters: [{branchMatch: x}]}} | 6 | 0
          {scmProvider: {github: {organization: o}}} | 2 | 2
          {scmProvider: {github: {organization: o}, filters: [{repositoryMatch: x}, {labelMatch: x}]}} | 6 | 0
          {plugin: {configMapRef: {name: p}}} | 2 | 2
          {clusterDecisionResource: {configMapRef: m, name: n}} | 3 | 3
          {git: {repoURL: r, revision: v, directories: [{path: x}, {path: z}]}} | 36 | 0
          {git: {repoURL: r, revision: v, files: [{path: x}, {path: z}]}} | 6 | 0
          {git: {repoURL: r, revision: v, files: [{path: d/*}]}} | 6 | 2
          {matrix: {generators: [{list: {elements: [{a: b}, {a: c}]}}, {list: {elements: [{d: e, f: g}]}}]}} | 26 | 6
          """)
  void areCounted(String generator, long steps, int sets) throws GeneratorStop {
    assertThat(fits(generator, steps, sets)).isTrue();
    assertThat(steps > 0 && fits(generator, steps - 1, sets)).isFalse();
    assertThat(sets > 0 && fits(generator, steps, sets - 1)).isFalse();
  }

  private static boolean fits(String generator, long steps, int sets) throws GeneratorStop {
    Node entry = ApplicationSetSimulationTest.parse(generator);
    GeneratorWork work = new GeneratorWork();
    work.takes(10_000_000 - steps, entry);
    work.yields(100_000 - sets, entry);
    try {
      new Generators(
              new GeneratorContext(
                  SET, TextRendering.of(SET), inputs(), work, new ReleaseLine(3, 5)))
          .expand(entry, SET);
      return true;
    } catch (GeneratorStop stop) {
      assertThat(stop.problem().id()).isEqualTo("too-many");
      return false;
    }
  }

  private static GeneratorInputs inputs() {
    Map<String, Optional<byte[]>> files = new TreeMap<>();
    files.put("d/a.json", Optional.of("{}".getBytes(StandardCharsets.UTF_8)));
    files.put(
        "d/b.json", Optional.of(("{" + " ".repeat(64) + "}").getBytes(StandardCharsets.UTF_8)));
    files.put("e/c.json", Optional.of(new byte[0]));
    RegisteredCluster cluster =
        new RegisteredCluster("x", "https://x", "", new TreeMap<>(), new TreeMap<>(), true);
    return new GeneratorInputs(
        Optional.of(
            List.of(1, 2, 3).stream()
                .map(it -> GeneratorPullRequest.of(ApplicationSetSimulationTest.pull(it, "b")))
                .toList()),
        List.of(new RepositoryFiles("", "", files)),
        Optional.of(List.of(cluster, cluster)),
        Optional.of(ListedRepository.read("r", REPOSITORIES.getBytes(StandardCharsets.UTF_8))),
        Optional.of(
            new YamlReader(Budget.LINT)
                .read("d", (MAP + PLACE).getBytes(StandardCharsets.UTF_8))
                .documents()),
        Optional.of(
            PluginGenerator.read(
                "p",
                "{\"output\": {\"parameters\": [{\"a\": \"b\"}, {\"a\": \"c\"}]}}"
                    .getBytes(StandardCharsets.UTF_8))));
  }
}
