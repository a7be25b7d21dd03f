package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bundle is given what its kind takes, from where it can be had. */
class BundleLimitsTest {
  private static final PlatformCase FILES = PlatformCase.of("shapes/value-files");
  private static final PlatformCase REGISTRY = PlatformCase.of("shapes/chart-from-registry");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apps.0.values: {a: b} | values-without-helm apps.0.values
          apps.0.bundle.valueFiles: [values.yaml] | values-without-helm apps.0.bundle.valueFiles
          apps.0.bundle.dependencies: ["https://charts.example.dev"] | dependencies-without-helm apps.0.bundle.dependencies
          apps.0.bundle: {kind: kustomize, from: {registry: "https://charts.example.dev", chart: c, version: 1.0.0}} | registry-without-helm apps.0.bundle.from.registry
          apps.0.bundle: {kind: kustomize, path: p, from: {gitops: true}} |
          apps.0.bundle: {kind: kustomize, path: p, from: {gitops: false}} | missing-field apps.0.bundle.from
          apps.0.bundle: {kind: directory, path: p, from: {gitops: true}} | images-out-of-reach apps.0.images
          apps.0.bundle: {kind: directory, path: p, from: {gitops: true}} && apps.0.images: [] |
          apps.0.bundle: {kind: directory, path: p} |
          apps.0.resources: [] | no-kinds apps.0.resources
          apps.0.thirdParty: [ghcr.io/*] | open-image-pattern apps.0.thirdParty.0
          apps.0.thirdParty: [ghcr.io/acme/orders] | duplicate-entry apps.0.thirdParty.0
          apps.0.thirdParty: [quay.io/a/b, quay.io/a/b] | duplicate-entry apps.0.thirdParty.1
          apps.0.thirdParty: [quay.io/a/*, quay.io/b/*] |
          apps.0.images.0.unchanged: target-branch |
          forge: {kind: none} && gitops.change: push | repository-url-unknown apps.0.repository
          forge: {kind: none} && gitops.change: push && apps.0.repositoryUrl: https://git.example.dev/a/b |
          """)
  void whatAKustomizationTakes(String change, String said) {
    PRIMITIVES.says(change, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {gitops: a.yaml}, {gitops: b.yaml} |
          {gitops: a.yaml}, b.yaml | value-file-order apps.0.bundle.valueFiles.1
          {gitops: a.yaml}, {repository: b.yaml} | value-file-order apps.0.bundle.valueFiles.1
          {repository: b.yaml}, c.yaml, {gitops: a.yaml} |
          """)
  void valueFilesStandInTheOrderInWhichTheyAreRead(String files, String said) {
    FILES.says("apps.0.bundle.valueFiles: [" + files + "]", said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {repository: b.yaml} | value-file-out-of-reach apps.0.bundle.valueFiles.0
          b.yaml, {gitops: a.yaml} |
          """)
  void aChartOfARegistryLiesInNoRepository(String files, String said) {
    REGISTRY.says("apps.0.bundle.valueFiles: [" + files + "]", said);
  }

  @Test
  void valueFilesAreNamedAsArgoCdNamesThem() {
    AppBundle bundle = FILES.platform().apps().getFirst().bundle();
    assertThat(bundle.readByArgoCd()).containsExactly("values-preview.yaml", "/config/web.yaml");
    assertThat(bundle.valueFiles().getLast()).isEqualTo(new ValueFile.InGitOps("values/web.yaml"));
  }

  @Test
  void aFileIsInsideABundleOfThePullRequestAlone() {
    AppBundle bundle = FILES.platform().apps().getFirst().bundle();
    assertThat(bundle.inside("chart/a/b.yaml")).contains("a/b.yaml");
    assertThat(bundle.inside("charts/b.yaml")).isEmpty();
    assertThat(bundle.at(".").inside("b.yaml")).contains("b.yaml");
    assertThat(bundle.at(".").folder()).isEmpty();
    assertThat(bundle.folder()).isEqualTo("chart");
    AppBundle served = REGISTRY.platform().apps().getFirst().bundle();
    assertThat(served.inside("b.yaml")).isEmpty();
    assertThat(served.path()).isEqualTo(".");
  }

  @Test
  void comesFromWhereItIsWritten() {
    PlatformCase elsewhere = PRIMITIVES.with("apps.0.images: []");
    List<BundleOrigin> origins =
        List.of(
            origin(elsewhere, "{repository: acme/charts, revision: v1}"),
            origin(elsewhere, "{repository: 'https://git.example.dev/a/b', revision: v1}"),
            origin(elsewhere, "{repository: acme/charts, revision: " + "a".repeat(40) + "}"),
            origin(elsewhere, "{gitops: true}"),
            PRIMITIVES.platform().apps().getFirst().bundle().origin());
    assertThat(origins)
        .containsExactly(
            new BundleOrigin.Repository("https://github.com/acme/charts.git", "v1"),
            new BundleOrigin.Repository("https://git.example.dev/a/b", "v1"),
            new BundleOrigin.Repository("https://github.com/acme/charts.git", "a".repeat(40)),
            new BundleOrigin.GitOpsFolder(),
            new BundleOrigin.PullRequest());
    assertThat(origins.stream().map(it -> it.followed().isPresent()))
        .containsExactly(true, true, false, false, false);
    assertThat(origins.stream().map(BundleOrigin::isPullRequests))
        .containsExactly(false, false, false, false, true);
  }

  @Test
  void aRegistryOfImagesHasNoSchemeForHelm() {
    BundleOrigin.Registry oci = new BundleOrigin.Registry("oci://ghcr.io/acme", "c", "1.0.0");
    BundleOrigin.Registry web = new BundleOrigin.Registry("https://c.example.dev", "c", "1.0.0");
    assertThat(oci.isOci()).isTrue();
    assertThat(web.isOci()).isFalse();
    assertThat(oci.argocdAddress()).isEqualTo("ghcr.io/acme");
    assertThat(web.argocdAddress()).isEqualTo("https://c.example.dev");
  }

  /** Without a forge nobody knows where a bare name is. */
  @Test
  void aBareNameIsAtTheForge() {
    PRIMITIVES.says(
        "forge: {kind: none} && gitops.change: push && apps.0.repositoryUrl:"
            + " https://git.example.dev/a/b && apps.0.images: [] && apps.0.bundle.from:"
            + " {repository: acme/charts, revision: v1}",
        "repository-url-unknown apps.0.bundle.from.repository");
  }

  private static BundleOrigin origin(PlatformCase platform, String from) {
    return platform
        .with("apps.0.bundle.from: " + from)
        .platform()
        .apps()
        .getFirst()
        .bundle()
        .origin();
  }
}
