package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What nobody should commit gets a finding at its place, and the file beside it is judged. */
class BadInputTest {
  private static final String HEAD = "apiVersion: v1\nkind: ConfigMap\n";
  private static final String SET =
      "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: a}\nspec: ";

  @TempDir Path folder;

  @BeforeEach
  void canary() throws IOException {
    write("canary.yaml", HEAD + "metadata: {name: canary}\ndata: {a: 1}\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String lint() {
    CommandLineRun run = CommandLineRun.of(folder, "lint");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "error[WL002] wrong-type: ",
            "`data.a` is an integer, not a string\n --> canary.yaml:4:11");
    return run.out();
  }

  @TestFactory
  Stream<DynamicTest> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("bomb 14:24", HEAD + bomb());
    texts.put("deep-lists 3:", HEAD + "a: " + "[".repeat(100_000));
    texts.put("deep-maps 3:", HEAD + "a: " + "{a: ".repeat(100_000));
    texts.put("many-nodes ", HEAD + "data:\n" + "- b\n".repeat(1_100_000));
    texts.put("duplicate 4:", HEAD + "data: {a: x,\n  a: y}\n");
    texts.put("tag 3:", HEAD + "data: !!python/object:os.system {a: x}\n");
    texts.put("bad-tag 3:", HEAD + "data: {a: !%zz x}\n");
    texts.put("alias 3:", HEAD + "data: {a: *nope}\n");
    texts.put("tab 3:", HEAD + "\tdata: {}\n");
    texts.put("escape 3:13", HEAD + "data: {a: \"x\u001b[2J\"}\n");
    texts.put("nul 2:16", HEAD.stripTrailing() + "\u0000\n");
    texts.put("list-as-key 3:", HEAD + "? [a]\n: b\n");
    texts.put("ten-thousand-lines 9999:", HEAD + "data:\n" + lines());
    texts.put(
        "generators-map 4:", SET + "{goTemplate: true, generators: {list: {}}, template: {}}");
    texts.put("generators-text 4:", SET + "{generators: x, template: {}}");
    texts.put("generators-of-texts 4:", SET + "{generators: [x, 1, ~], template: {}}");
    texts.put("sources-text 4:", SET + "{generators: [], template: {spec: {sources: x}}}");
    texts.put("template-list 4:", SET + "{generators: [], template: []}");
    texts.put("spec-null 4:", SET + "~\n");
    texts.put("spec-list 4:", SET + "[a]\n");
    texts.put(
        "go-template 4:",
        SET + "{goTemplate: true, generators: [], template: {metadata: {name: \"{{ if\"}}}\n");
    texts.put(
        "patterns 4:", SET + "{generators: [{pullRequest: {filters: [" + patterns() + "]}}]}");
    return texts.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  String name = entry.getKey().split(" ", -1)[0];
                  write("bad.yaml", entry.getValue());
                  String place = entry.getKey().substring(name.length() + 1);
                  assertThat(lint()).contains("--> bad.yaml:" + place);
                }));
  }

  /** A million and more of them would come out. */
  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      text.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    return text.toString();
  }

  private static String lines() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      text.append("  k").append(i).append(": ").append(i == 9_995 ? "7\n" : "x\n");
    }
    return text.toString();
  }

  /** Patterns on which engines that go back take for ever, and some that RE2 refuses. */
  private static String patterns() {
    return "{branchMatch: \"(a+)+$\"}, {branchMatch: \"(?=x)y\"}, {titleMatch: \"[\"},"
        + " {branchMatch: \""
        + "(".repeat(2_000)
        + "a"
        + "*)".repeat(2_000)
        + "\"}, {branchMatch: \"(((a{1,100}){1,100}){1,100})\"}";
  }

  @TestFactory
  Stream<DynamicTest> encodings() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Charset utf32 = Charset.forName("UTF-32LE");
    files.put("utf-32:1:1", ("\uFEFF" + HEAD).getBytes(utf32));
    files.put(
        "latin-1:3:12", (HEAD + "data: {a: \"\u00e9\"}").getBytes(StandardCharsets.ISO_8859_1));
    files.put("overlong:3:1", concat(HEAD, new byte[] {(byte) 0xC0, (byte) 0xAF}));
    files.put("surrogate:3:1", concat(HEAD, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}));
    files.put("binary:1:1", new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0});
    return files.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  Files.write(folder.resolve("bad.yaml"), entry.getValue());
                  String place = entry.getKey().replaceFirst("^[^:]*", "bad.yaml");
                  assertThat(lint()).contains("error[YM001]", "--> " + place);
                }));
  }

  /** Argo CD reads it, so nothing is known to be wrong. */
  @Test
  void textOfUtf16IsUndecided() throws IOException {
    for (Charset wide : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Files.write(folder.resolve("bad.yaml"), ("\uFEFF" + HEAD).getBytes(wide));
      assertThat(lint()).contains("note[YM003]", "this file is UTF-16 and is not read");
    }
  }

  private static byte[] concat(String text, byte[] more) {
    byte[] start = text.getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return all;
  }

  @Test
  void aFileBeyondTheBudgetIsNotReadToItsEnd() throws IOException {
    write("bad.yaml", HEAD + "#" + "x".repeat(9 << 20) + "\n");
    assertThat(lint()).contains("`bad.yaml` is larger than the 8388608 bytes");
  }

  @Test
  void linksThatLoopOrLeadNowhereAreNamedAndNotFollowed() throws IOException {
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Files.createSymbolicLink(folder.resolve("self.yaml"), Path.of("self.yaml"));
    Files.createSymbolicLink(folder.resolve("nowhere.yaml"), Path.of("no-such"));
    Files.createSymbolicLink(folder.resolve("etc"), Path.of("/etc"));
    assertThat(lint()).contains("self.yaml", "nowhere.yaml", "the link is not followed");
    assertThat(CommandLineRun.of(folder, "lint", "self.yaml").code()).isEqualTo(2);
  }
}
