package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which repositories a set is given, and what of them it is told. */
class ScmProviderTest {
  private static final String LISTED =
      """
      [{"organization": "acme", "repository": "web", "url": "u1", "branch": "main",
        "sha": "0123456789ab", "labels": ["preview", "go"], "id": "7", "paths": ["deploy/a.yaml"]},
       {"organization": "acme", "repository": "web", "url": "u1", "branch": "Feature/X",
        "sha": "abc", "default": false, "paths": ["deploy", "docs"]},
       {"organization": "Acme/sub", "repository": "api", "url": "u2", "branch": "main", "id": "x"},
       {"organization": "acmes", "repository": "shop", "url": "u3", "branch": "main"}]
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          github: {organization: acme} | web-main
          github: {organization: ACME} | web-main
          github: {organization: acme, allBranches: true} | web-main web-feature-x
          gitlab: {group: acme} | web-main
          gitlab: {group: acme, includeSubgroups: true} | web-main api-main
          gitlab: {group: "4711"} | web-main api-main shop-main
          gitea: {owner: acme, api: "https://g"} | web-main
          bitbucket: {owner: acme, user: u, appPasswordRef: {secretName: s, key: k}} | web-main
          bitbucketServer: {project: acme, api: "https://b"} | web-main
          azureDevOps: {organization: acme, teamProject: t, accessTokenRef: {secretName: s, key: k}} | web-main
          awsCodeCommit: {region: x} | web-main api-main shop-main
          github: {organization: nobody} |
          """)
  void aProviderListsForSomebody(String provider, String listed) {
    assertThat(names(provider)).isEqualTo(listed == null ? "" : listed);
  }

  /** One of the filters about repositories has to hold, and one of those about branches. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [] | web-main web-feature-x
          [{}] | web-main web-feature-x
          [{repositoryMatch: ^we}] | web-main web-feature-x
          [{repositoryMatch: ^eb}] |
          [{repositoryMatch: ^eb}, {repositoryMatch: web}] | web-main web-feature-x
          [{labelMatch: prev}] | web-main
          [{repositoryMatch: web, labelMatch: rust}] |
          [{branchMatch: ^main$}] | web-main
          [{branchMatch: ^x$}, {branchMatch: X}] | web-feature-x
          [{repositoryMatch: web}, {branchMatch: ^main$}] | web-main
          [{repositoryMatch: eb$}, {branchMatch: ^x$}] |
          [{repositoryMatch: ^eb, branchMatch: main}] |
          [{pathsExist: [deploy]}] | web-main web-feature-x
          [{pathsExist: [deploy/]}] | web-main web-feature-x
          [{pathsExist: [deplo]}] |
          [{pathsExist: [deploy, docs]}] | web-feature-x
          [{pathsDoNotExist: [docs]}] | web-main
          [{pathsExist: [deploy], pathsDoNotExist: [docs]}] | web-main
          [{branchMatch: ^main$, pathsExist: [docs]}] |
          """)
  void filters(String filters, String listed) {
    assertThat(names("github: {organization: acme, allBranches: true}\nfilters: " + filters))
        .isEqualTo(listed == null ? "" : listed);
  }

  @Test
  void eachParameterIsThere() {
    String all =
        "{{.organization}} {{.repository}} {{.repository_id}} {{.url}} {{.branch}} {{.sha}}"
            + " {{.short_sha}} {{.short_sha_7}} {{.labels}} {{.branchNormalized}} {{.values.v}}";
    assertThat(shown("github: {organization: acme, allBranches: true}\nvalues: {v: w}", all))
        .containsExactly(
            "acme web 7 u1 main 0123456789ab 01234567 0123456 preview,go main w",
            "acme web <no value> u1 Feature/X abc abc abc  feature-x w");
    assertThat(shown("gitlab: {group: acme/sub}", "{{.repository_id}}")).containsExactly("x");
    assertThat(
            shown("gitea: {owner: acme, api: x, allBranches: true}", "{{kindOf .repository_id}}"))
        .containsExactly("int", "invalid");
  }

  @Test
  void whatIsNotGivenIsNotKnown() {
    assertThat(run("github: {organization: acme}", "x", Optional.empty()).isUnverifiable())
        .isTrue();
    assertThat(simulated("gitlab: {group: acme/sub}\nfilters: [{pathsExist: [a]}]", "x").problems())
        .extracting(Problem::id)
        .containsExactly("unverifiable");
    assertThat(simulated("filters: []", "x").isStalled()).isTrue();
    assertThat(
            simulated("github: {organization: acme}\nfilters: [{branchMatch: '('}]", "x")
                .isStalled())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | wrong-type
          [{}] | missing-field missing-field missing-field missing-field
          [{"organization": "a", "repository": "b", "url": "c", "branch": "d", "x": 1}] | unknown-key
          """)
  void aFileOfOtherThingsIsRefused(String json, String ids) {
    assertThatThrownBy(() -> ListedRepository.read("f", json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(String.join(" ", e.problems().stream().map(Problem::id).toList()))
                    .isEqualTo(ids));
  }

  private static String names(String provider) {
    return String.join(" ", shown(provider, "{{.repository}}-{{.branchNormalized}}"));
  }

  private static List<String> shown(String provider, String template) {
    Simulation simulation = simulated(provider, template);
    assertThat(simulation.problems()).extracting(Problem::id).isSubsetOf("no-value");
    return simulation.applications().stream()
        .map(it -> it.text("metadata", "annotations", "a"))
        .toList();
  }

  private static Simulation simulated(String provider, String template) {
    return run(
        provider,
        template,
        Optional.of(ListedRepository.read("f", LISTED.getBytes(StandardCharsets.UTF_8))));
  }

  private static Simulation run(
      String provider, String template, Optional<List<ListedRepository>> listed) {
    return ApplicationSetSimulation.run(
        ApplicationSetSimulationTest.parse(
            "metadata: {name: s, namespace: argocd}\nspec:\n  goTemplate: true\n  generators:\n"
                + "  - scmProvider:\n"
                + provider.indent(6)
                + "  template:\n    metadata: {name: 'a-{{.sha}}{{.repository}}', annotations: {a: '"
                + template
                + "'}}\n    spec: {project: p, source: {repoURL: r, path: p}, destination: {name: c}}\n"),
        new GeneratorInputs(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            listed,
            Optional.empty(),
            Optional.empty()));
  }
}
