package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts that strangers choose, as title, branch and author: cleaned, in the annotations of {@code
 * preview.yaml} and nowhere else.
 */
class UntrustedFactsTest {
  private static final Path RECORD = Path.of("previews", "orders", "pr-128", "preview.yaml");
  private static final String RTL = "\u202Eevil\u202C\u2066x\u2069\u200Fy\u061C";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> cleaned() {
    return texts().entrySet().stream()
        .map(text ->
            DynamicTest.dynamicTest(text.getKey(), () -> verify(text.getKey(), text.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> everyGoldenHasItsText() {
    TreeSet<String> expected = new TreeSet<>();
    texts().keySet().forEach(name -> expected.add(name + ".yaml"));
    return Stream.of(
        DynamicTest.dynamicTest(
            "goldens",
            () ->
                assertThat(GoldenFiles.files(Path.of("golden", "untrusted"))).isEqualTo(expected)));
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("newlines", "one\ntwo\r\nthree\u2028four\u0085five\n- six: 6");
    texts.put("quotes", "\"; DROP 'x' `id` \\\" \\n");
    texts.put("placeholder", "${pr.number} $${app.name} ${{ github.token }}");
    texts.put("go-template", "{{ .Values.secret }} {{`{{`}} {{ printf \"%s\" . }}");
    texts.put("yaml", "a: b # c\n---\n!!java.net.URL &a *b <<: [x] {y} | > % @");
    texts.put("ansi", "\u001b[2J\u001b]0;t\u0007\u001b]8;;http://evil.example\u001b\\red\u009b31m");
    texts.put("right-to-left", RTL);
    texts.put("invisible", "\u200B\uFEFF\u00AD\uDB40\uDC01\uDB40\uDC41x");
    texts.put("surrogate", "a\uD800b\uDC00c");
    texts.put("ten-thousand", "\u00e4".repeat(10_000));
    texts.put("commands", "::set-output name=x::y ##[error] %0A::stop-commands::t");
    texts.put("markdown", "[x](javascript:alert(1)) ![](https://evil.example/p.png) <script> @org");
    texts.put("shell", "a$(id) `id` --upload-pack=touch${IFS}x -rf");
    texts.put("empty", "");
    texts.put("spaces", "   ");
    texts.put("yes", "yes");
    texts.put("null", "null");
    texts.put("number", "1e3");
    texts.put("octal", "0123");
    texts.put("time", "12:30:45");
    return texts;
  }

  private void verify(String name, String text) throws IOException {
    Map<String, String> plain = rendered(temp.resolve("plain-" + name), "x");
    Map<String, String> hostile = rendered(temp.resolve(name), text);
    String record = String.valueOf(hostile.remove(RECORD.toString()));
    // The checksum of the whole overlay changes with any template and says nothing here.
    GoldenFiles.verifyFile(
        Path.of("untrusted", name + ".yaml"),
        record.replaceFirst("crc32c-[0-9a-f]{8}\n", "crc32c-00000000\n"));
    plain.remove(RECORD.toString());
    assertThat(hostile).isEqualTo(plain);
  }

  private static Map<String, String> rendered(Path folder, String text) throws IOException {
    String json = json(text);
    Scenario.of("primitives", folder)
        .edit("pull-request.json", "\"Show stock levels on the order page\"", json)
        .edit("pull-request.json", "\"feature/stock-levels\"", json)
        .edit("pull-request.json", "\"mara\"", json)
        .rendered("render", "preview", "--event", "pull-request.json", "--source", "source");
    Map<String, String> files = new LinkedHashMap<>();
    Path out = folder.resolve(Scenario.OUT);
    for (String file : GoldenFiles.files(out)) {
      files.put(file, Files.readString(out.resolve(file)));
    }
    return files;
  }

  /** Every character as an escape, unpaired surrogates too. */
  private static String json(String text) {
    return text.chars()
        .mapToObj(c -> String.format(Locale.ROOT, "\\u%04x", c))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
