package dev.mayfly.bundle.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.WalkBudget;
import dev.mayfly.platform.BundleOrigin;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A packed chart is read as tar has it, and whatever could be two things is refused. */
class ChartArchiveTest {
  private static final BundleOrigin.Registry WEB =
      new BundleOrigin.Registry("oci://ghcr.io/acme", "web", "1.2.3");

  private final ChartTarball chart = new ChartTarball();

  @Test
  void readsPlainFilesOfOneFolder() {
    chart.add("web/", '5', "");
    chart.add("web/Chart.yaml", '0', "name: web\n");
    chart.add("web/templates/a.yaml", '\0', "a".repeat(512));
    chart.add("pax_global_header", 'g', "52 comment=x\n");
    chart.add("web/values.yaml", '0', "b".repeat(513));
    BundleFiles files = read();
    assertThat(files.all().keySet())
        .containsExactly("Chart.yaml", "templates/a.yaml", "values.yaml");
    assertThat(files.text("Chart.yaml")).isEqualTo("name: web\n");
    assertThat(files.text("templates/a.yaml")).isEqualTo("a".repeat(512));
    assertThat(files.text("values.yaml")).isEqualTo("b".repeat(513));
    assertThat(files.shown("Chart.yaml")).isEqualTo("web-1.2.3/Chart.yaml");
  }

  @Test
  void namesEndWithTheirFields() {
    chart.add("w/" + "a".repeat(98), '0', "");
    chart.add("././@LongLink", 'L', "w/" + "b".repeat(198));
    chart.add("w/x", '0', "");
    assertThat(read().all().keySet()).containsExactly("a".repeat(98), "b".repeat(198));
  }

  @Test
  void longNamesAreOfTheNextFileAlone() {
    chart.add("././@LongLink", 'L', "web/" + "a".repeat(120) + "\0");
    chart.add("web/aaa", '0', "long");
    chart.add("web/short", '0', "short");
    chart.add(
        "PaxHeaders/x", 'x', "18 path=web/first\n19 path=web/second\n27 mtime=1700000000.123456\n");
    chart.add("web/cut", '0', "pax");
    BundleFiles files = read();
    assertThat(files.all().keySet()).containsExactly("a".repeat(120), "second", "short");
    assertThat(files.text("a".repeat(120))).isEqualTo("long");
  }

  @Test
  void aNameMayHaveAPrefix() {
    byte[] header = ChartTarball.header("b.yaml", '0', 1);
    ChartTarball.put(header, 257, "ustar");
    ChartTarball.put(header, 345, "web/templates");
    chart.block(header, "x");
    byte[] old = ChartTarball.header("web/c.yaml", '0', 1);
    ChartTarball.put(old, 345, "no-prefix");
    chart.block(old, "y");
    assertThat(read().all().keySet()).containsExactly("c.yaml", "templates/b.yaml");
  }

  @Test
  void whatComesBehindTheEndIsNotRead() {
    chart.add("web/a", '0', "x");
    chart.raw(new byte[512]);
    chart.add("web/b", '0', "x");
    assertThat(read().all().keySet()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(chars = {'1', '2', '3', '4', '6', '7', 'K', 'S'})
  void linksAndDevicesAreRefused(char type) {
    chart.add("web/a", type, "");
    refused("`web/a`, which is not a plain file");
  }

  @ParameterizedTest
  @CsvSource({"/a", "a", "web/../a", "web//a", "web/.git/a", "'web/a\u0001b'"})
  void namesAreSafe(String name) {
    chart.add(name, '0', "x");
    refused("name is not safe");
  }

  @Test
  void thereIsOneFolderAndEachFileOnce() {
    chart.add("web/a", '0', "x");
    chart.add("web/a", '0', "x");
    refused("twice");
  }

  @Test
  void thereAreNotTwoFolders() {
    chart.add("web/a", '0', "x");
    chart.add("api/b", '0', "x");
    refused("more than one folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=5", "linkpath=x", "GNU.sparse.major=1"})
  void otherRecordsAboutSizeAndKindAreRefused(String record) {
    chart.add("PaxHeaders/x", 'x', "20 " + record + "\n");
    refused("size or kind is not understood");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "-1", "x", "123456789012"})
  void aSizeIsOctal(String size) {
    byte[] header = ChartTarball.header("web/a", '0', 0);
    Arrays.fill(header, 124, 136, (byte) 0);
    ChartTarball.put(header, 124, size);
    chart.block(header, "");
    refused("size is not understood");
  }

  @Test
  void anEmptyArchiveIsNone() {
    chart.raw(new byte[1024]);
    refused("holds no file");
    assertThatThrownBy(() -> ChartArchive.read(WEB, new byte[] {1, 2, 3}))
        .hasMessageContaining("is not a compressed tar archive");
  }

  @Test
  void aFileIsWhole() {
    chart.raw(ChartTarball.header("web/a", '0', 10));
    chart.raw("short".getBytes(StandardCharsets.UTF_8));
    refused("ends in the middle of a file");
  }

  @Test
  void itsPaddingIsThereToo() {
    chart.raw(ChartTarball.header("web/a", '0', 5));
    chart.raw("short".getBytes(StandardCharsets.UTF_8));
    refused("is not a compressed tar archive, or only a part of one");
  }

  @Test
  void isNoLargerThanABundle() {
    int most = WalkBudget.BUNDLE.fileBytes();
    chart.add("web/a", '0', "x".repeat(most));
    assertThat(read().all().get("a")).hasSize(most);
    chart.add("web/b", '0', "x".repeat(most + 1));
    refused("more or larger files");
  }

  @Test
  @Tag("slow")
  void isNoLargerTogether() {
    int most = WalkBudget.BUNDLE.fileBytes();
    long whole = WalkBudget.BUNDLE.totalBytes() / most;
    for (int i = 0; i < whole; i++) {
      chart.add("web/" + i, '0', "x".repeat(most));
    }
    assertThat(read().all()).hasSize((int) whole);
    chart.add("web/rest", '0', "x".repeat((int) (WalkBudget.BUNDLE.totalBytes() % most) + 1));
    refused("is larger than a bundle may be");
  }

  @Test
  @Tag("slow")
  void hasNoMoreEntriesThanABundle() {
    for (int i = 0; i < WalkBudget.BUNDLE.entries(); i++) {
      chart.add("web/" + i, '0', "");
    }
    assertThat(read().all()).hasSize(WalkBudget.BUNDLE.entries());
    chart.add("web/", '5', "");
    refused("more or larger files");
  }

  private BundleFiles read() {
    return ChartArchive.read(WEB, chart.packed());
  }

  private void refused(String why) {
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(it -> {
                      assertThat(it.id()).isEqualTo("chart-archive");
                      assertThat(it.message())
                          .startsWith("the chart `web-1.2.3` ")
                          .contains(List.of(why));
                    }));
  }
}
