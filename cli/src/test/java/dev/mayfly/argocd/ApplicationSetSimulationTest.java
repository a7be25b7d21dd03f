package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Trees;
import dev.mayfly.yaml.YamlReader;
import dev.mayfly.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationSetSimulationTest {
  private static final String TEMPLATE =
      """
        template:
          metadata:
            name: 'shop-pr-{{ .number }}'
            labels: {pr: '{{ .number }}'}
          spec:
            project: previews
            source:
              repoURL: https://github.com/acme/shop.git
              targetRevision: '{{ .head_sha }}'
              path: deploy
            destination: {server: https://kubernetes.default.svc, namespace: 'pr-{{ .number }}-shop'}
            syncPolicy: {automated: {prune: true}}
      """;

  static PullRequest pull(int number, String branch, String... labels) {
    return new PullRequest(
        new RepositoryName("acme/shop"),
        new PullRequestNumber(number),
        new CommitSha(Integer.toHexString(number % 16).repeat(40)),
        new PullRequest.Details(
            PullRequest.State.OPEN,
            false,
            "Title " + number,
            "mona",
            branch,
            "main",
            Optional.empty(),
            Set.of(labels)));
  }

  private static final List<PullRequest> PULLS =
      List.of(pull(7, "feat/a", "preview"), pull(12, "fix_b", "preview"), pull(13, "x"));

  static Simulation run(String spec, GeneratorInputs inputs) {
    String text =
        "metadata: {name: s, namespace: argocd}\n"
            + "spec:\n"
            + "  goTemplate: true\n"
            + "  goTemplateOptions: [missingkey=error]\n"
            + spec.indent(2);
    return ApplicationSetSimulation.run(parse(text), inputs);
  }

  static GeneratorInputs inputs(List<PullRequest> pullRequests) {
    return new GeneratorInputs(
        Optional.of(pullRequests.stream().map(GeneratorPullRequest::of).toList()),
        Optional.empty());
  }

  static Node parse(String text) {
    return new YamlReader(Budget.LINT).read(new Source("set.yaml", text)).documents().getFirst();
  }

  private static Simulation pulls(String generator, String rest) {
    return run("generators:\n" + generator + "\n" + rest, inputs(PULLS));
  }

  private static List<String> names(Simulation simulation) {
    return simulation.applications().stream().map(GeneratedApplication::name).toList();
  }

  private static List<String> ids(Simulation simulation) {
    return simulation.problems().stream().map(Problem::id).toList();
  }

  private static final String GITHUB =
      "- pullRequest: {github: {owner: Acme, repo: shop, labels: [preview]}}";

  @Test
  void generatesOneApplicationForEachLabelledPullRequest() {
    Simulation simulation = pulls(GITHUB, TEMPLATE.indent(-2));
    assertThat(simulation.problems()).isEmpty();
    assertThat(names(simulation)).containsExactly("shop-pr-7", "shop-pr-12");
    assertThat(YamlWriter.write(Trees.of(simulation.applications().getFirst().manifest())))
        .contains("prune: true")
        .contains("targetRevision: \"" + "7".repeat(40) + "\"")
        .contains("namespace: argocd")
        .contains("- resources-finalizer.argocd.argoproj.io");
    assertThat(simulation.deletions(List.of("shop-pr-7", "shop-pr-99")))
        .containsExactly("shop-pr-99");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{github: {owner: acme, repo: shop}} ~ 7 12 13",
        "{github: {owner: acme, repo: other}} ~ ''",
        "{github: {owner: acme, repo: shop}, filters: [{branchMatch: eat}]} ~ 7",
        "{github: {owner: acme, repo: shop}, filters: [{branchMatch: '^eat'}]} ~ ''",
        "{github: {owner: acme, repo: shop}, filters: [{brnchMatch: '^eat'}]} ~ 7 12 13",
        "{github: {owner: acme, repo: shop}, filters: [{branchMatch: feat}, {titleMatch: '3$'}]} ~"
            + " 7 13",
        "{github: {owner: acme, repo: shop}, filters: [{branchMatch: feat, titleMatch: '3$'}]} ~"
            + " ''",
        "{gitlab: {project: '123', labels: [preview]}} ~ 7 12",
        "{gitlab: {project: '123', pullRequestState: merged}} ~ ''",
      })
  void filtersAsTheForgeAndTheControllerDo(String generator, String numbers) {
    Simulation simulation = pulls("- pullRequest: " + generator, TEMPLATE.indent(-2));
    assertThat(simulation.applications().stream().flatMap(a -> a.pullRequest().stream()).toList())
        .isEqualTo(
            numbers.equals("''") || numbers.isEmpty() ? List.of() : List.of(numbers.split(" ")));
  }

  @Test
  void selectorsWorkOnFlatParameters() {
    String selected =
        "- pullRequest: {github: {owner: acme, repo: shop}, values: {env: x}}\n"
            + "  selector: {matchExpressions: [{key: values.env, operator: In, values: [x]},"
            + " {key: number, operator: NotIn, values: ['7']}]}";
    assertThat(names(pulls(selected, TEMPLATE.indent(-2))))
        .containsExactly("shop-pr-12", "shop-pr-13");
  }

  @Test
  void oneBadPullRequestStallsAll() {
    Simulation simulation =
        pulls(
            "- pullRequest: {github: {owner: acme, repo: shop}}",
            TEMPLATE.indent(-2).replace("{{ .number }}-shop", "{{ index .labels 0 }}"));
    assertThat(simulation.isStalled()).isTrue();
    assertThat(simulation.problems().getFirst().message()).contains("number `13`");
    assertThat(simulation.problems().getFirst().location().line()).isGreaterThan(6);
    assertThat(simulation.deletions(List.of("old"))).isEmpty();
  }

  @Test
  void rawBranchNamesAreRefusedByKubernetes() {
    Simulation simulation =
        pulls(GITHUB, TEMPLATE.indent(-2).replace("'shop-pr-{{ .number }}'", "'{{ .branch }}'"));
    assertThat(ids(simulation)).containsExactly("stalled", "stalled");
    assertThat(
            ids(
                pulls(
                    GITHUB,
                    TEMPLATE.indent(-2).replace("pr: '{{ .number }}'", "pr: '{{ .branch }}'"))))
        .containsExactly("stalled");
  }

  @Test
  void sameNamesAndNoNameAreSkipped() {
    Simulation same = pulls(GITHUB, TEMPLATE.indent(-2).replace("shop-pr-{{ .number }}", "shop"));
    assertThat(ids(same)).containsExactly("skipped", "skipped");
    assertThat(same.isStalled()).isFalse();
  }

  @Test
  void unknownGeneratorsYieldNothingWithoutAnError() {
    Simulation simulation = pulls("- pullRequests: {github: {}}", TEMPLATE.indent(-2));
    assertThat(ids(simulation)).containsExactly("unknown-field", "unrecognized-generator");
    assertThat(simulation.deletions(List.of("a"))).containsExactly("a");
  }

  @Test
  void aGeneratorsTemplateWinsAndTheSetsFillsIn() {
    Simulation simulation =
        pulls(
            GITHUB.substring(0, GITHUB.length() - 1)
                + ", template: {metadata: {name: 'own-{{ .number }}'}, spec: {project: '',"
                + " destination: {}, source: {repoURL: '', path: other}}}}",
            TEMPLATE.indent(-2));
    assertThat(names(simulation)).containsExactly("own-7", "own-12");
    assertThat(simulation.applications().getFirst().sources().getFirst().textAt("path"))
        .isEqualTo("other");
    assertThat(simulation.applications().getFirst().project()).isEqualTo("previews");
  }

  @Test
  void finalizersAreAddedOnlyWhereNoneIsListed() {
    String own = TEMPLATE.indent(-2).replace("    labels:", "    finalizers: [other]\n    labels:");
    assertThat(finalizers(pulls(GITHUB, own))).isEqualTo("other");
    String preserve = TEMPLATE.indent(-2) + "syncPolicy: {preserveResourcesOnDeletion: true}\n";
    assertThat(finalizers(pulls(GITHUB, preserve))).isNull();
  }

  private static String finalizers(Simulation simulation) {
    Node node = simulation.applications().getFirst().manifest().at("metadata", "finalizers");
    return node instanceof dev.mayfly.yaml.ListNode list
        ? ((dev.mayfly.yaml.ScalarNode) list.items().getFirst()).text()
        : null;
  }

  @Test
  void patchesMergeButForTheProject() {
    String patch =
        """
        templatePatch: |
          metadata: {finalizers: [more]}
          spec:
            project: admin
            syncPolicy: null
            {{ if eq .number "7" }}
            source: {path: p7}
            {{ end }}
        """;
    Simulation simulation = pulls(GITHUB, TEMPLATE.indent(-2) + patch);
    GeneratedApplication first = simulation.applications().getFirst();
    assertThat(first.project()).isEqualTo("previews");
    assertThat(first.manifest().at("spec", "syncPolicy")).isNull();
    assertThat(first.sources().getFirst().textAt("path")).isEqualTo("p7");
    assertThat(simulation.applications().getLast().sources().getFirst().textAt("path"))
        .isEqualTo("deploy");
    assertThat(Trees.of(first.manifest().at("metadata", "finalizers")).toString())
        .contains("more", "resources-finalizer");
    Simulation broken = pulls(GITHUB, TEMPLATE.indent(-2) + "templatePatch: '[{{ .number }}]'\n");
    assertThat(broken.isStalled()).isTrue();
  }

  private static final Map<String, Optional<byte[]>> FILES =
      new TreeMap<>(
          Map.of(
              "previews/shop/pr-7/preview.yaml", bytes("spec: {pr: {number: '7', size: 1234567}}"),
              "previews/shop/pr-8/preview.yaml", bytes("spec: {pr: {number: '8', size: 2}}"),
              "previews/shop/pr-8/deep/er/x.yaml", bytes("a: b"),
              ".hidden/x", bytes("")));

  private static Optional<byte[]> bytes(String text) {
    return Optional.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void gitFilesBecomeParametersAndNumbersBecomeFloats() {
    Simulation simulation =
        run(
            """
            generators:
            - git: {repoURL: x, revision: main, files: [{path: previews/*/preview.yaml}, {path: '**/pr-8/*', exclude: true}]}
            template:
              metadata: {name: 'a-{{ .spec.pr.number }}-{{ .path.basename }}-{{ index .path.segments 1 }}'}
              spec: {project: '{{ .spec.pr.size }}', destination: {name: in-cluster}}
            """,
            new GeneratorInputs(Optional.empty(), Optional.of(FILES)));
    assertThat(names(simulation)).containsExactly("a-7-pr-7-shop");
    assertThat(simulation.applications().getFirst().project()).isEqualTo("1.234567e+06");
  }

  @Test
  void gitDirectoriesAreListedWithoutHiddenOnes() {
    Simulation simulation =
        run(
            """
            generators:
            - git: {repoURL: x, revision: main, directories: [{path: '*'}, {path: previews/shop/*}]}
            template:
              metadata: {name: '{{ .path.basenameNormalized }}'}
              spec: {project: p, destination: {name: in-cluster}}
            """,
            new GeneratorInputs(Optional.empty(), Optional.of(FILES)));
    assertThat(names(simulation)).containsExactly("previews", "pr-7", "pr-8");
  }

  @Test
  void whatWasNotGivenIsUnverifiable() {
    String rest = "template: {metadata: {name: a}, spec: {project: p, destination: {name: b}}}";
    assertThat(
            pulls("- git: {repoURL: x, revision: main, directories: [{path: '*'}]}", rest)
                .isUnverifiable())
        .isTrue();
    GeneratorInputs nothing = new GeneratorInputs(Optional.empty(), Optional.empty());
    assertThat(run("generators:\n" + GITHUB + "\n" + rest, nothing).isUnverifiable()).isTrue();
    assertThat(pulls("- clusters: {}", rest).problems().getFirst().message())
        .contains("`clusters`");
    assertThat(pulls("- clusters: {}", rest).deletions(List.of("x"))).isEmpty();
  }

  @Test
  void aMatrixFillsItsSecondGeneratorFromTheFirst() {
    Simulation simulation =
        pulls(
            """
            - matrix:
                generators:
                - list: {elements: [{owner: acme, nr: 1}, {owner: none, nr: 2}]}
                - pullRequest: {github: {owner: '{{ .owner }}', repo: shop}, values: {b: '{{ .branch_slug }}', o: '{{ .owner }}'}}
            """,
            TEMPLATE
                .indent(-2)
                .replace("shop-pr-{{ .number }}", "{{ .values.o }}-{{ .values.b }}-{{ .nr }}"));
    assertThat(names(simulation)).containsExactly("acme-feat-a-1", "acme-fix-b-1", "acme-x-1");
  }

  @Test
  void aMergeOverridesByKey() {
    Simulation simulation =
        pulls(
            """
            - merge:
                mergeKeys: [name]
                generators:
                - list: {elements: [{name: a, size: s}, {name: b, size: s}]}
                - list: {elements: [{name: b, size: l}, {name: c, size: l}]}
            """,
            "template: {metadata: {name: '{{ .name }}-{{ .size }}'}, spec: {project: p, destination: {name:"
                + " in-cluster}}}");
    assertThat(names(simulation)).containsExactly("a-s", "b-l");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "generators: {pullRequest: {}}",
        "generators: x",
        "generators: [x, 1, null, [], {list: 3}, {list: {elements: {a: b}}}, {matrix: {}}, {merge:"
            + " {generators: 1}}]",
        "generators: [{pullRequest: {filters: {a: b}, github: {owner: [], repo: {}}}}]",
        "generators: [{list: {elements: [{a: b}]}}]\ntemplate: []",
        "generators: [{list: {elements: [{a: b}]}}]\n"
            + "template: {metadata: x, spec: {source: s, sources: t, destination: u}}",
        "generators: [{list: {elements: [{a: b}]}}]\n"
            + "template: {metadata: {name: [], labels: x}}\n"
            + "templatePatch: '{{'",
        "generators: [{list: {elements: [1]}}]\ngoTemplateOptions: {a: b}",
        "[]",
        "generators: [{pullRequest: {github: {}, filters: [{branchMatch: '(?!x)'}]}}]",
      })
  void wrongShapesAreAnswersNotCrashes(String spec) {
    String text = "metadata: {name: s}\nspec:\n" + spec.indent(2);
    Simulation simulation = ApplicationSetSimulation.run(parse(text), inputs(PULLS));
    assertThat(simulation.problems()).isNotEmpty();
    simulation
        .applications()
        .forEach(a -> assertThat(ProjectAdmission.of(a, List.of()).isRefused()).isTrue());
  }

  @Test
  void projectsAreAskedForEverySource() {
    GeneratedApplication application = pulls(GITHUB, TEMPLATE.indent(-2)).applications().getFirst();
    Node project =
        parse(
            """
            metadata: {name: previews}
            spec:
              sourceRepos: [https://github.com/acme/shop]
              destinations: [{server: https://kubernetes.default.svc, namespace: 'pr-[0-9]*-shop'}]
            """);
    assertThat(ProjectAdmission.of(application, List.of(project)).isRefused()).isFalse();
    assertThat(ProjectAdmission.of(application, List.of()).isRefused()).isTrue();
  }
}
