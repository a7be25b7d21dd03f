package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code simulate} with what is live, to run and to change. */
abstract class LiveExample {
  private static final Path EXAMPLE = Path.of("examples/simulate").toAbsolutePath();

  @TempDir Path temp;

  @BeforeEach
  void copyTheExample() throws IOException {
    for (String file : List.of("applicationset.yaml", "pull-requests.json", "live.json")) {
      Files.copy(EXAMPLE.resolve(file), temp.resolve(file));
    }
  }

  CommandLineRun run(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "simulate",
                "applicationset.yaml",
                "--prs",
                "pull-requests.json",
                "--live",
                "live.json"));
    args.addAll(List.of(more));
    return CommandLineRun.of(temp, args.toArray(String[]::new));
  }

  void edit(String file, String text, String by) throws IOException {
    String before = Files.readString(temp.resolve(file));
    assertThat(before).contains(text);
    Files.writeString(temp.resolve(file), before.replace(text, by));
  }
}
