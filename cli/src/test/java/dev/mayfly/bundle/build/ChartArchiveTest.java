package dev.mayfly.bundle.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.WalkBudget;
import dev.mayfly.platform.BundleOrigin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A packed chart is read as tar has it, and whatever could be two things is refused. */
class ChartArchiveTest {
  private static final BundleOrigin.Registry WEB =
      new BundleOrigin.Registry("oci://ghcr.io/acme", "web", "1.2.3");

  private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

  @Test
  void readsPlainFilesOfOneFolder() {
    add("web/", '5', "");
    add("web/Chart.yaml", '0', "name: web\n");
    add("web/templates/a.yaml", '\0', "a".repeat(512));
    add("pax_global_header", 'g', "52 comment=x\n");
    add("web/values.yaml", '0', "b".repeat(513));
    BundleFiles files = read();
    assertThat(files.all().keySet())
        .containsExactly("Chart.yaml", "templates/a.yaml", "values.yaml");
    assertThat(files.text("Chart.yaml")).isEqualTo("name: web\n");
    assertThat(files.text("templates/a.yaml")).isEqualTo("a".repeat(512));
    assertThat(files.text("values.yaml")).isEqualTo("b".repeat(513));
    assertThat(files.shown("Chart.yaml")).isEqualTo("web-1.2.3/Chart.yaml");
  }

  @Test
  void longNamesAreOfTheNextFileAlone() {
    add("././@LongLink", 'L', "web/" + "a".repeat(120) + "\0");
    add("web/aaa", '0', "long");
    add("web/short", '0', "short");
    add("PaxHeaders/x", 'x', "18 path=web/first\n19 path=web/second\n27 mtime=1700000000.123456\n");
    add("web/cut", '0', "pax");
    BundleFiles files = read();
    assertThat(files.all().keySet()).containsExactly("a".repeat(120), "second", "short");
    assertThat(files.text("a".repeat(120))).isEqualTo("long");
  }

  @Test
  void aNameMayHaveAPrefix() {
    byte[] header = header("b.yaml", '0', 1);
    put(header, 257, "ustar");
    put(header, 345, "web/templates");
    block(header, "x");
    byte[] old = header("web/c.yaml", '0', 1);
    put(old, 345, "no-prefix");
    block(old, "y");
    assertThat(read().all().keySet()).containsExactly("c.yaml", "templates/b.yaml");
  }

  @Test
  void whatComesBehindTheEndIsNotRead() {
    add("web/a", '0', "x");
    tar.writeBytes(new byte[512]);
    add("web/b", '0', "x");
    assertThat(read().all().keySet()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(chars = {'1', '2', '3', '4', '6', '7', 'K', 'S'})
  void linksAndDevicesAreRefused(char type) {
    add("web/a", type, "");
    refused("`web/a`, which is not a plain file");
  }

  @ParameterizedTest
  @CsvSource({"/a", "a", "web/../a", "web//a", "web/.git/a", "'web/a\u0001b'"})
  void namesAreSafe(String name) {
    add(name, '0', "x");
    refused("name is not safe");
  }

  @Test
  void thereIsOneFolderAndEachFileOnce() {
    add("web/a", '0', "x");
    add("web/a", '0', "x");
    refused("twice");
  }

  @Test
  void thereAreNotTwoFolders() {
    add("web/a", '0', "x");
    add("api/b", '0', "x");
    refused("more than one folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=5", "linkpath=x", "GNU.sparse.major=1"})
  void otherRecordsAboutSizeAndKindAreRefused(String record) {
    add("PaxHeaders/x", 'x', "20 " + record + "\n");
    refused("size or kind is not understood");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "-1", "x", "123456789012"})
  void aSizeIsOctal(String size) {
    byte[] header = header("web/a", '0', 0);
    Arrays.fill(header, 124, 136, (byte) 0);
    put(header, 124, size);
    block(header, "");
    refused("size is not understood");
  }

  @Test
  void anEmptyArchiveIsNone() {
    tar.writeBytes(new byte[1024]);
    refused("holds no file");
    assertThatThrownBy(() -> ChartArchive.read(WEB, new byte[] {1, 2, 3}))
        .hasMessageContaining("is not a compressed tar archive");
  }

  @Test
  void aFileIsWhole() {
    tar.writeBytes(header("web/a", '0', 10));
    tar.writeBytes("short".getBytes(StandardCharsets.UTF_8));
    refused("ends in the middle of a file");
  }

  @Test
  void itsPaddingIsThereToo() {
    tar.writeBytes(header("web/a", '0', 5));
    tar.writeBytes("short".getBytes(StandardCharsets.UTF_8));
    refused("is not a compressed tar archive, or only a part of one");
  }

  @Test
  void isNoLargerThanABundle() {
    int most = WalkBudget.BUNDLE.fileBytes();
    add("web/a", '0', "x".repeat(most));
    assertThat(read().all().get("a")).hasSize(most);
    add("web/b", '0', "x".repeat(most + 1));
    refused("more or larger files");
  }

  @Test
  void isNoLargerTogether() {
    int most = WalkBudget.BUNDLE.fileBytes();
    long whole = WalkBudget.BUNDLE.totalBytes() / most;
    for (int i = 0; i < whole; i++) {
      add("web/" + i, '0', "x".repeat(most));
    }
    assertThat(read().all()).hasSize((int) whole);
    add("web/rest", '0', "x".repeat((int) (WalkBudget.BUNDLE.totalBytes() % most) + 1));
    refused("is larger than a bundle may be");
  }

  @Test
  void hasNoMoreEntriesThanABundle() {
    for (int i = 0; i < WalkBudget.BUNDLE.entries(); i++) {
      add("web/" + i, '0', "");
    }
    assertThat(read().all()).hasSize(WalkBudget.BUNDLE.entries());
    add("web/", '5', "");
    refused("more or larger files");
  }

  private void add(String name, char type, String content) {
    block(header(name, type, content.length()), content);
  }

  private static byte[] header(String name, char type, int size) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 124, "%011o".formatted(size));
    header[156] = (byte) type;
    return header;
  }

  private void block(byte[] header, String content) {
    tar.writeBytes(header);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    tar.writeBytes(bytes);
    tar.writeBytes(new byte[(512 - bytes.length % 512) % 512]);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private BundleFiles read() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(tar.toByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return ChartArchive.read(WEB, packed.toByteArray());
  }

  private void refused(String why) {
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .satisfies(
                        it -> {
                          assertThat(it.id()).isEqualTo("chart-archive");
                          assertThat(it.message())
                              .startsWith("the chart `web-1.2.3` ")
                              .contains(List.of(why));
                        }));
  }
}
