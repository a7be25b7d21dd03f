package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the charts come from that a chart takes in, and those that it carries. */
class ChartDependenciesTest {
  private static final String FETCHED =
      "the chart depends on chart `redis`, which is fetched from a repository that is not listed";
  private static final String CARRIED =
      "the chart carries another chart that is not a dependency from a listed repository";

  @Test
  void whatComesFromElsewhereIsNotCarriedEither() {
    BundleCase chart = BundleCase.sharedChart().renders("");
    depends(chart, "https://evil.dev");
    assertThat(messages(chart)).containsExactly(FETCHED);
    carries(chart);
    assertThat(messages(chart)).containsExactly(FETCHED, CARRIED);
  }

  @Test
  void whatLiesInAFolderHasToBeThere() {
    BundleCase chart = BundleCase.sharedChart().renders("");
    depends(chart, "file://../redis");
    assertThat(messages(chart))
        .containsExactly(
            "the chart depends on chart `redis` in a folder that this commit does not have beside or"
                + " in the chart");
    carries(chart);
    assertThat(messages(chart)).isEmpty();
  }

  /** It is served with what it was packed with, wherever that came from. */
  @Test
  void aChartOfARegistryBringsItsOwn() {
    BundleCase chart =
        BundleCase.directory()
            .platform(
                "bundle: {kind: directory, path: primitives/service/orders/deploy}",
                "bundle: {kind: helm, from: {registry: 'https://charts.example.dev', chart: app, version: 2.3.1}}\n"
                    + "      values: {image: '${images.app.digest}'}")
            .platform(", lock: primitives/service/orders/deploy/image.ref.yaml", "")
            .renders("");
    chart.files.clear();
    chart.file("Chart.yaml", "apiVersion: v2\nname: app\nversion: 2.3.1\n");
    depends(chart, "https://evil.dev");
    assertThat(messages(chart)).containsExactly(FETCHED);
    carries(chart);
    assertThat(messages(chart)).isEmpty();
  }

  private static void depends(BundleCase chart, String repository) {
    chart.more(
        "Chart.yaml",
        "dependencies: [{name: redis, version: 1.2.3, repository: '" + repository + "'}]\n");
  }

  private static void carries(BundleCase chart) {
    chart.file("charts/redis/Chart.yaml", "apiVersion: v2\nname: redis\nversion: 1.2.3\n");
  }

  private static List<String> messages(BundleCase chart) {
    return chart.problems().stream()
        .filter(it -> it.id().equals("chart-dependency"))
        .map(Problem::message)
        .toList();
  }
}
