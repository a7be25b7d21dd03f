package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of two platforms never meet where both can see them. */
class NeighboursTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          metadata.name: primitives | platforms-meet spec
          metadata.name: two && argocd.project: primitives-previews | platforms-meet argocd.project
          metadata.name: two && argocd.project: primitives-previews && argocd.namespace: argo2 |
          metadata.name: two && argocd.project: two |
          """)
  void ofTwoPlatforms(String change, String said) {
    PlatformCase other =
        PRIMITIVES.with(
            "naming: {host: \"x-${pr.number}\", application: \"x-${pr.number}\", namespace:"
                + " \"x-${pr.number}\", database: \"x-${pr.number}\"}");
    assertThat(meetings(PRIMITIVES, other.with(change))).isEqualTo(said == null ? "" : said);
  }

  /** Each name counts where both are in one place: of Argo CD, of the cluster, or of all hosts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          namespace | platforms-meet naming.namespace
          namespace cluster |
          application | platforms-meet naming.application
          application cluster | platforms-meet naming.application
          application cluster argocd |
          application argocd | platforms-meet naming.application
          host cluster argocd | platforms-meet naming.host
          database | platforms-meet naming.database
          database cluster |
          database elsewhere |
          """)
  void ofPreviewsOfTwoPlatforms(String what, String said) {
    PlatformCase own =
        PRIMITIVES.with(
            "naming: {host: \"h-${pr.number}\", application: \"a-${pr.number}\", namespace:"
                + " \"n-${pr.number}\", database: \"d-${pr.number}\"}");
    PlatformCase other =
        own.with(
            "metadata.name: two && argocd.project: two && naming: {host: \"h2-${pr.number}\","
                + " application: \"a2-${pr.number}\", namespace: \"n2-${pr.number}\", database:"
                + " \"d2-${pr.number}\"}");
    String name = what.split(" ")[0];
    other = other.with("naming." + name + ": \"" + name.charAt(0) + "-${pr.number}\"");
    other = what.contains("cluster") ? other.with("argocd.cluster: {name: b}") : other;
    other = what.contains("argocd") ? other.with("argocd.namespace: argo2") : other;
    other = what.contains("elsewhere") ? other.with("apps.0.database.sourceNamespace: x") : other;
    assertThat(meetings(own, other)).isEqualTo(said == null ? "" : said);
  }

  @Test
  void ofSetsOfTwoPlatforms() {
    PlatformCase own = PRIMITIVES.with("metadata.name: a-b && apps.0.name: c");
    PlatformCase other =
        PRIMITIVES.with(
            "metadata.name: a && apps.0.name: b-c && argocd.project: x && argocd.namespace: argo2"
                + " && argocd.cluster: {name: b}");
    assertThat(meetings(own.with("argocd.project: own"), other)).contains("platforms-meet apps");
  }

  @Test
  void theClusterOfArgoCdHasTwoNames() {
    TargetCluster own = PRIMITIVES.platform().argocd().cluster();
    TargetCluster named = new TargetCluster(true, "in-cluster");
    assertThat(own.isSame(named)).isTrue();
    assertThat(named.isSame(own)).isTrue();
    assertThat(named.isSame(named)).isTrue();
    assertThat(own.isSame(new TargetCluster(true, "other"))).isFalse();
    assertThat(new TargetCluster(true, "other").isSame(own)).isFalse();
    assertThat(new TargetCluster(false, "in-cluster").isSame(own)).isFalse();
    assertThat(PRIMITIVES.with("argocd.cluster: {name: b}").platform().argocd().cluster())
        .isEqualTo(new TargetCluster(true, "b"));
    assertThat(PRIMITIVES.with("argocd.cluster: -").platform().argocd().cluster()).isEqualTo(own);
  }

  private static String meetings(PlatformCase own, PlatformCase other) {
    return String.join(
        ", ", own.pointing(Neighbours.meetings(own.loaded(), other.loaded(), "b/mayfly.yaml")));
  }
}
