package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.golden.FullRun;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every field of every example, given what nobody should write there: it is taken, or one place is
 * named with what may stand there, and nothing is written.
 */
class HostileFieldsTest {
  private static final List<String> HOSTILE =
      List.of(
          "\"\"",
          "null",
          "[]",
          "{}",
          "[[a]]",
          "\"..\"",
          "\"../../etc/passwd\"",
          "/",
          "\"*\"",
          "\"https://evil.example/x?y=#z\"",
          "\"${pr.title}\"",
          "\"${pr.number}${\"",
          "\"{{ .number }}\"",
          "-1",
          "99999999999999999999",
          "1e9",
          "true",
          "\"a b\\u202e\"",
          "\"a\\nb\"",
          "\"" + "a".repeat(5000) + "\"");

  /** Nothing says more about one wrong value than this. */
  private static final int MOST_ERRORS = 4;

  /** Fields that follow each other are given different ones. */
  private static final int STEP = FullRun.oneOf(9);

  @TempDir Path temp;
  private int taken;

  /** A field as an example has it. */
  private record Field(String example, Location at) {}

  @TestFactory
  Stream<DynamicTest> everyField() {
    List<DynamicTest> tests = new ArrayList<>();
    fields()
        .forEach((path, field) -> {
          int first = tests.size() % STEP;
          tests.add(DynamicTest.dynamicTest(path, () -> attack(field, first)));
        });
    return tests.stream();
  }

  /** One place for each path, whatever the example; places in a list are one path. */
  private static SortedMap<String, Field> fields() {
    SortedMap<String, Field> fields = new TreeMap<>();
    for (String example : Examples.names()) {
      byte[] bytes = Examples.platform(example).getBytes(StandardCharsets.UTF_8);
      Node document =
          new YamlReader(Budget.ADMIN).read("mayfly.yaml", bytes).single(Fault.CONFIGURATION);
      walk("", document, example, fields);
    }
    assertThat(fields).hasSizeGreaterThan(150);
    return fields;
  }

  private static void walk(String path, Node node, String example, SortedMap<String, Field> into) {
    switch (node) {
      case ScalarNode scalar -> into.putIfAbsent(path, new Field(example, scalar.location()));
      case ListNode list -> {
        whole(path, node, example, into);
        list.items().forEach(item -> walk(path + "[]", item, example, into));
      }
      case MapNode map -> {
        whole(path, node, example, into);
        map.entries().forEach(e -> walk(path + "." + e.key().text(), e.value(), example, into));
      }
    }
  }

  /** A list or map that stands in brackets, on one line. */
  private static void whole(String path, Node node, String example, SortedMap<String, Field> into) {
    if (node.location().line() == node.location().endLine()) {
      into.putIfAbsent(path, new Field(example, node.location()));
    }
  }

  private void attack(Field field, int first) throws IOException {
    String text = Examples.platform(field.example());
    int start = offset(text, field.at().line(), field.at().column());
    int end = offset(text, field.at().endLine(), field.at().endColumn());
    Path repository = Examples.repository(field.example());
    Path copy = temp.resolve(repository.getFileName());
    if (!Files.exists(copy)) {
      Examples.copyTree(repository, copy);
    }
    Path place = copy.resolve(repository.relativize(Examples.HOME.resolve(field.example())));
    Files.writeString(place.resolve("mayfly.yaml"), text);
    assertThat(CommandLineRun.of(place, "render", "platform").code()).isEqualTo(ExitCode.FINE);
    for (int value = first; value < HOSTILE.size(); value += STEP) {
      String hostile = HOSTILE.get(value);
      Files.writeString(
          place.resolve("mayfly.yaml"), text.substring(0, start) + hostile + text.substring(end));
      CommandLineRun run =
          CommandLineRun.of(place, "render", "platform", "--out", temp.resolve("out") + "");
      String said = field + " " + hostile + ": " + run.err();
      assertThat(run.code())
          .as(said)
          .isIn(ExitCode.FINE, ExitCode.CONFIGURATION, ExitCode.RENDERING);
      if (run.code() == ExitCode.FINE) {
        Files.move(temp.resolve("out"), temp.resolve("taken-" + taken++));
        continue;
      }
      assertThat(run.out()).as(said).isEmpty();
      assertThat(temp.resolve("out")).as(said).doesNotExist();
      long errors = run.err().lines().filter(line -> line.startsWith("error[")).count();
      assertThat(errors).as(said).isBetween(1L, (long) MOST_ERRORS);
      assertThat(run.err()).as(said).contains(" --> ").doesNotContain("Exception", "\u202e");
    }
    // The platform as it was, for what else lies beside it.
    Files.writeString(place.resolve("mayfly.yaml"), text);
  }

  private static int offset(String text, int line, int column) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      at = text.indexOf('\n', at) + 1;
    }
    return at + column - 1;
  }
}
