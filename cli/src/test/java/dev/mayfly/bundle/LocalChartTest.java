package dev.mayfly.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.ChartDependency;
import dev.mayfly.diagnostic.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chart that another takes in from beside it. */
class LocalChartTest {
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  LocalChartTest() {
    put("Chart.yaml", "dependencies: [{name: lib, version: 1.0.0, repository: 'file://../lib'}]");
    put("charts/lib/Chart.yaml", "{name: lib, version: 1.0.0}");
  }

  @Test
  void isFoundBesideOrInside() {
    assertThat(found()).isEmpty();
    files.remove("charts/lib/Chart.yaml");
    assertThat(found()).containsExactly("chart-dependency");
    put("charts/lib-1.0.0.tgz", "");
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: lib, version: 1.0.0 | true
          name: lib, version: v1.0.0 | true
          name: lib, version: 1.0.1 | false
          name: other, version: 1.0.0 | false
          name: lib | false
          """)
  void hasTheNameAndTheVersionThatAreAskedFor(String chart, boolean fits) {
    put("charts/lib/Chart.yaml", "{" + chart + "}");
    assertThat(found()).isEqualTo(fits ? List.of() : List.of("chart-dependency"));
  }

  @Test
  void aRangeTakesAnyVersion() {
    put("Chart.yaml", "dependencies: [{name: lib, version: ^1.0.0, repository: 'file://../lib'}]");
    put("charts/lib/Chart.yaml", "{name: lib, version: 2.0.0}");
    assertThat(found()).isEmpty();
  }

  @Test
  void twoOfOneNameAreNotDecided() {
    put(
        "Chart.yaml",
        "dependencies: [{name: lib, version: 1.0.0, repository: 'file://../lib'}, {name: lib,"
            + " version: 1.0.0, repository: 'file://../other'}]");
    assertThat(found()).containsExactly("undecided");
  }

  @Test
  void whatItDependsOnIsPackedWithIt() {
    put(
        "charts/lib/Chart.yaml",
        "{name: lib, version: 1.0.0, dependencies: [{name: in, version: 1.0.0}]}");
    assertThat(found()).containsExactly("undecided");
    put("charts/lib/charts/in/Chart.yaml", "");
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a comment | a.yaml | true
          .git/ | a.yaml | true
          *.bak | a.yaml | true
          *.yaml | b.txt | false
          *.bak | a.bak | false
          *.bak | templates/a.bak | false
          .git/ | .git/config | false
          .DS_Store | .DS_Store | false
          '' | a~ | false
          """)
  void whatMayBeLeftOutIsNotDecided(String ignore, String file, boolean decided) {
    put("charts/lib/.helmignore", "\n  " + ignore + "\n");
    put("charts/lib/" + file, "");
    put("other/a.bak", "");
    assertThat(found()).isEqualTo(decided ? List.of() : List.of("undecided"));
  }

  @Test
  void withoutAListNothingIsLeftOut() {
    put("charts/lib/a.bak", "");
    assertThat(found()).isEmpty();
  }

  private void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> found() {
    BundleFiles all = new BundleFiles("", files);
    BundleFindings findings = new BundleFindings(Severity.ERROR);
    List<ChartDependency> dependencies = ChartDependency.of(all);
    LocalChart.check(all, dependencies.getFirst(), dependencies, findings);
    return findings.sorted().stream().map(it -> it.id()).toList();
  }
}
