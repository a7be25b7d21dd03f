package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Help and usage errors, word for word. */
class HelpGoldenTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @Test
  void helpOfTheProgramAndOfEachCommand() {
    Map<String, byte[]> texts = new TreeMap<>();
    texts.put("program.txt", bytes(help("--help")));
    for (Command command : CommandCatalog.all()) {
      String[] words = command.name().split(" ");
      String[] args =
          Stream.concat(Arrays.stream(words), Stream.of("--help")).toArray(String[]::new);
      texts.put(String.join("-", words) + ".txt", bytes(help(args)));
    }
    GoldenFiles.verifyTree("cli/help", texts);
  }

  @TestFactory
  Stream<DynamicTest> usageErrors() {
    return Stream.of(
            Map.entry("no-command", new String[] {}),
            Map.entry("unknown-command", new String[] {"compleiton"}),
            Map.entry("foreign-command", new String[] {"frobnicate"}),
            Map.entry("unknown-option", new String[] {"completion", "bash", "--colour=always"}),
            Map.entry("unknown-global-option", new String[] {"--versoin"}),
            Map.entry("missing-argument", new String[] {"completion"}),
            Map.entry("wrong-choice", new String[] {"completion", "bsh"}),
            Map.entry("wrong-colour", new String[] {"--color", "blue", "completion", "bash"}),
            Map.entry("no-such-folder", new String[] {"-C", "no/such", "completion", "bash"}),
            Map.entry("unexpected-argument", new String[] {"completion", "bash", "zsh"}))
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  String[] args = entry.getValue();
                  CommandLineRun run = CommandLineRun.of(HERE, args);
                  assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
                  assertThat(run.out()).isEmpty();
                  GoldenFiles.verifyFile(
                      Path.of("cli", "usage", entry.getKey() + ".txt"), run.transcript(args));
                }));
  }

  private static String help(String... args) {
    CommandLineRun run = CommandLineRun.of(HERE, args);
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
