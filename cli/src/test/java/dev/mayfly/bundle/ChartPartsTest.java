package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files of a chart are looked at, and for what. */
class ChartPartsTest {
  @Test
  void withoutItsOwnFileItIsNone() {
    BundleCase chart = BundleCase.sharedChart();
    chart.files.remove("Chart.yaml");
    assertThat(chart.findings()).containsExactly("error no-chart");
  }

  @Test
  void itsOwnFilesAreReadStrictly() {
    assertThat(BundleCase.sharedChart().more("Chart.yaml", "name: other\n").renders("").findings())
        .containsExactly("error duplicate-key");
  }

  @Test
  void aSchemaIsReadToItsEnds() {
    BundleCase chart = BundleCase.sharedChart().renders("");
    assertThat(
            chart
                .file("values.schema.json", "{allOf: [{}, {$ref: 'https://evil.dev/x'}]}")
                .findings())
        .containsExactly("error schema-elsewhere");
    assertThat(chart.file("values.schema.json", "{a: 1, a: 2}").findings())
        .containsExactly("error duplicate-key");
  }

  @ParameterizedTest
  @CsvSource({
    "templates/a.yaml, error undecided",
    "charts/a/templates/b/c.tpl, error undecided",
    "charts/a/charts/b/templates/c.txt, error undecided",
    "files/a.yaml, ''",
    "files/templates/a.yaml, ''",
    "crds/a.yaml, error chart-crds",
    "files/crds/a.yaml, ''"
  })
  void onlyTemplatesAskAndOnlyCrdsAreOnes(String path, String finding) {
    assertThat(BundleCase.sharedChart().renders("").file(path, "{{ now }}").findings())
        .filteredOn(it -> !it.contains("chart-dependency"))
        .isEqualTo(finding.isEmpty() ? List.of() : List.of(finding));
  }
}
