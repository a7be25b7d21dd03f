package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.Node;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectAdmissionTest {
  private static final List<Node> PROJECTS =
      List.of(
          project("default", "destinations: []"),
          project(
              "p",
              "destinations: [{server: '*', namespace: '*'}], sourceRepos: ['*'],"
                  + " clusterResourceWhitelist: [{group: '', kind: Namespace}]"));

  private static Node project(String name, String spec) {
    return ApplicationSetSimulationTest.parse(
        "{kind: AppProject, metadata: {name: " + name + "}, spec: {" + spec + "}}");
  }

  private static ProjectAdmission of(String spec) {
    return ProjectAdmission.of(
        new GeneratedApplication(
            ApplicationSetSimulationTest.parse("\nspec: {" + spec + "}"), GoValue.map()),
        PROJECTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          project: p, source: {repoURL: r}, destination: {server: s, namespace: x} | source destination
          project: p, source: {repoURL: r}, destination: {server: s, namespace: x}, syncPolicy: {syncOptions: [CreateNamespace=true]} | source destination kind Namespace
          project: p, source: {repoURL: r}, destination: {server: s, namespace: x}, syncPolicy: {syncOptions: [CreateNamespace=false]} | source destination
          project: '', source: {repoURL: r}, destination: {server: s, namespace: x} | NO source NO destination
          project: p, destination: {}, syncPolicy: {syncOptions: [CreateNamespace=true]} | NO source NO destination
          project: q, source: {repoURL: r} | NO project
          """)
  void eachQuestionIsAnswered(String spec, String answers) {
    ProjectAdmission admission = of(spec);
    assertThat(
            String.join(
                " ",
                admission.answers().stream()
                    .map(it -> (it.verdict().isDenied() ? "NO " : "") + it.subject())
                    .toList()))
        .isEqualTo(answers);
    assertThat(admission.isRefused()).isEqualTo(answers.contains("NO"));
  }

  @Test
  void whichProjectIsNotThereIsSaidWhereItIsNamed() {
    assertThat(of("project: q").answers().getFirst().verdict())
        .isInstanceOfSatisfying(
            ProjectVerdict.Denied.class,
            it -> {
              assertThat(it.reason()).isEqualTo("there is no project `q` among those given");
              assertThat(it.location()).extracting(Location::line).isEqualTo(2);
            });
  }

  @Test
  void aKindIsCalledByItsGroup() {
    ProjectPermission none = ProjectPermissionTest.project("{}");
    assertThat(none.clusterKind("", "Namespace", java.util.Optional.empty()))
        .extracting("reason")
        .isEqualTo("`clusterResourceWhitelist` does not list `Namespace`");
    assertThat(none.clusterKind("g", "K", java.util.Optional.empty()))
        .extracting("reason")
        .isEqualTo("`clusterResourceWhitelist` does not list `g/K`");
  }
}
