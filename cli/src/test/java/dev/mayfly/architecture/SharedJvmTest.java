package dev.mayfly.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Test classes run beside each other in one JVM: whoever changes it, or uses a server of which
 * there is one and whose state is for all of it, says so.
 */
class SharedJvmTest {
  private static final Map<String, List<String>> WANTED =
      Map.of(
          "@Isolated(",
          List.of(
              "Locale.setDefault(",
              "TimeZone.setDefault(",
              "System.setProperty(",
              "System.clearProperty(",
              "System.setOut(",
              "System.setErr(",
              "System.setIn("),
          "@ResourceLock(ControlPlane.LOCK)",
          List.of("ControlPlane.client("));

  @Test
  void whoeverDisturbsOthersSaysSo() throws IOException {
    TreeSet<String> silent = new TreeSet<>();
    int found = 0;
    try (Stream<Path> files = Files.walk(Path.of("cli/src/test/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith("Test.java")).toList()) {
        String text = Files.readString(file);
        for (Map.Entry<String, List<String>> wanted : WANTED.entrySet()) {
          if (!file.endsWith("SharedJvmTest.java")
              && wanted.getValue().stream().anyMatch(text::contains)) {
            found++;
            if (!text.contains(wanted.getKey())) {
              silent.add(file.getFileName() + " lacks " + wanted.getKey());
            }
          }
        }
      }
    }
    assertThat(silent).isEmpty();
    assertThat(found).isGreaterThan(5);
  }

  /** What an ordinary run leaves out is asked of one class, so that all of it is known. */
  @Test
  void onlyOneClassKnowsWhatAFullRunIs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("cli/src/test/java"))) {
      List<Path> readers = new ArrayList<>();
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        if (Files.readString(file).contains("\"mayfly." + "full\"")) {
          readers.add(file.getFileName());
        }
      }
      assertThat(readers).containsExactly(Path.of("FullRun.java"));
    }
  }
}
