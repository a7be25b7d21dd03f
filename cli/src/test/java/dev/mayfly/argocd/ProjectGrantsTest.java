package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProjectGrantsTest {
  @Test
  void aLineForEachEntry() {
    assertThat(
            ProjectGrants.of(
                ApplicationSetSimulationTest.parse(
                    """
                    kind: AppProject
                    spec:
                      description: x
                      sourceRepos: ['*']
                      destinations:
                      - {namespace: pr-*, server: https://a}
                      - {namespace: pr-*, name: b}
                      - {server: https://a, name: ''}
                      destinationServiceAccounts:
                      - {namespace: n, server: https://a, defaultServiceAccount: sa}
                      clusterResourceWhitelist:
                      - {group: '', kind: Namespace, name: pr-*}
                      - {group: apps, kind: X, name: ''}
                      - {kind: Y}
                      namespaceResourceBlacklist: [[a]]
                    """)))
        .contains(
            "source `*`",
            "destination `pr-* on https://a`",
            "destination `pr-* on b`",
            "destination `null on https://a`",
            "service account `n as sa on https://a`",
            "cluster-scoped kind `Namespace named pr-*`",
            "cluster-scoped kind `apps/X`",
            "cluster-scoped kind `Y`")
        .hasSize(9);
  }

  @Test
  void otherObjectsGrantNothing() {
    assertThat(
            ProjectGrants.of(
                ApplicationSetSimulationTest.parse("{kind: X, spec: {sourceRepos: ['*']}}")))
        .isEmpty();
  }
}
