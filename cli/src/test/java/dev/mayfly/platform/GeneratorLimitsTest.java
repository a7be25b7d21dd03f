package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an ApplicationSet cannot know is not asked of one. */
class GeneratorLimitsTest {
  private static final PlatformCase GENERATOR =
      SHARED.with(
          "namespace: {strategy: manifest} && apps.0.database.credentials: {store: s} &&"
              + " apps.0.values: -");
  private static final String ELSEWHERE =
      "apps.0.bundle.from: {repository: acme/charts, revision: ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          forge.kind: github |
          admission.forks: [acme/fork] | generator-forks admission.forks
          forge.kind: gitea | generator-gitea forge.kind
          forge.kind: none | generator-without-forge forge.kind
          forge.kind: gitlab | generator-gitlab-project apps.0.repository
          forge.kind: gitlab && apps.0.projectId: "1" |
          apps.0.images.0.lock: - | generator-image-without-lock apps.0.images.0
          apps.0.images.0.lock: - && apps.0.bundle.kind: directory |
          apps.0.images.0.unchanged: target-branch | generator-unchanged-image apps.0.images.0.unchanged
          apps.0.images.0.lock: projects/other/image.ref.yaml | lock-outside-chart apps.0.images.0.lock
          apps.0.images.0.lock: projects/other/image.ref.yaml && apps.0.bundle.kind: kustomize |
          apps.0.database.snapshot: {from: latest, class: longhorn-snap} | generator-latest-snapshot apps.0.database.snapshot.from
          apps.0.database.snapshot: {from: named, backup: b} |
          forge.deployments: true | deployments-by-generator forge.deployments
          gitops.repository: https://git.example.dev/gitops.git |
          """)
  void whatItDoesNotKnow(String change, String said) {
    GENERATOR.says(change, said);
    assertThat(GENERATOR.with("gitops.delivery: overlay && " + change).said())
        .noneMatch(it -> it.contains("generator"));
  }

  @Test
  void itSeesNeitherDigestsNorWhatMoves() {
    GENERATOR.says(
        ELSEWHERE + "main}",
        "generator-moving-revision apps.0.bundle.from.revision,"
            + " generator-bundle-elsewhere apps.0.images");
    GENERATOR.says(ELSEWHERE + "a".repeat(40) + "}", "generator-bundle-elsewhere apps.0.images");
    GENERATOR.says(ELSEWHERE + "a".repeat(40) + "} && apps.0.images: []", "");
  }

  @Test
  void aLabelAdmitsAnApp() {
    String second =
        "apps.1: {name: two, bundle: {kind: helm, path: two}, resources: [{group: apps, kind:"
            + " Deployment}], routes: [], repository: ";
    String named = " && naming: {database: \"${app.name}-${pr.number}\"}";
    GENERATOR.says(second + "jomcgi/homelab}" + named, "generator-one-label apps.1.repository");
    GENERATOR.says(second + "jomcgi/two}" + named, "");
  }
}
