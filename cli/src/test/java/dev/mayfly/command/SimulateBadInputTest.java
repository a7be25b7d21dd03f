package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every input file, wrong in shape, type, size and encoding: an answer, and soon. */
@Timeout(60)
class SimulateBadInputTest {
  private static final Path EXAMPLE = Path.of("examples/simulate").toAbsolutePath();
  private static final Map<String, byte[]> CONTENTS = contents();

  @TempDir private Path temp;

  private static Map<String, byte[]> contents() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (String text :
        List.of(
            "",
            " ",
            "null",
            "7",
            "\"x\"",
            "true",
            "[]",
            "{}",
            "[null]",
            "[7]",
            "[{}]",
            "[[]]",
            "{\"items\":7}",
            "{\"items\":[7]}",
            "{\"kind\":\"List\"}",
            "{\"output\":7}",
            "{]",
            "[1,]",
            "a: b: c",
            "- a\nb",
            "a: &a [*a]",
            "\u0000",
            "\uFEFF[]",
            "NAME AGE\nx 1")) {
      all.put(text, text.getBytes(StandardCharsets.UTF_8));
    }
    all.put("utf-16", "\uFEFF[{\"number\":7}]".getBytes(StandardCharsets.UTF_16LE));
    all.put("latin-1", new byte[] {'[', '"', (byte) 0xe4, '"', ']'});
    all.put("binary", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, (byte) 0xff});
    all.put("deep lists", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    all.put("deep maps", "{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    all.put("deep yaml", "- ".repeat(20_000).getBytes(StandardCharsets.UTF_8));
    all.put("much", ("[" + "0,".repeat(5_000_000) + "0]").getBytes(StandardCharsets.UTF_8));
    all.put(
        "one long text", ("[\"" + "x".repeat(9_000_000) + "\"]").getBytes(StandardCharsets.UTF_8));
    all.put("bomb", bomb().getBytes(StandardCharsets.UTF_8));
    return all;
  }

  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    return text.toString();
  }

  @BeforeEach
  void copy() throws IOException {
    for (String file : List.of("applicationset.yaml", "pull-requests.json", "live.json")) {
      Files.copy(EXAMPLE.resolve(file), temp.resolve(file));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FILE",
        "--prs",
        "--clusters",
        "--scm",
        "--decisions",
        "--plugin",
        "--live",
        "--project",
        "--base-file"
      })
  void isAnsweredInWords(String option) throws IOException {
    for (Map.Entry<String, byte[]> content : CONTENTS.entrySet()) {
      Files.write(temp.resolve("bad"), content.getValue());
      answered(option, content.getKey());
    }
    Files.delete(temp.resolve("bad"));
    answered(option, "nothing there");
    Files.createDirectory(temp.resolve("bad"));
    answered(option, "a folder");
  }

  private void answered(String option, String what) {
    List<String> args = new ArrayList<>(List.of("simulate"));
    args.add(option.equals("FILE") ? "bad" : "applicationset.yaml");
    args.addAll(option.equals("--prs") ? List.of() : List.of("--prs", "pull-requests.json"));
    args.addAll(option.equals("FILE") ? List.of() : List.of(option, "bad"));
    long start = System.nanoTime();
    CommandLineRun run = CommandLineRun.of(temp, args.toArray(String[]::new));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    String said = option + " " + what + " " + run.code() + " " + run.err() + run.out();
    boolean none =
        (what.equals("[]") && Set.of("--prs", "--scm", "--live").contains(option))
            || (what.equals("\uFEFF[]") && option.equals("--live"));
    assertThat(run.code()).as(said).isEqualTo(none ? 0 : 2);
    assertThat(run.err()).as(said).doesNotContain("Exception", "StackOverflow", "OutOfMemory");
    assertThat(run.err().isEmpty()).as(said).isEqualTo(none);
    assertThat(took).as(said).isLessThan(Duration.ofSeconds(15));
  }
}
