package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Something wrong and what the program says of it, word for word.
 *
 * @param name of the golden below the topic
 * @param edit what is done to a copy of the example
 */
record ErrorCase(
    String name, int code, String example, UnaryOperator<Scenario> edit, String... args) {

  /** A case that only {@code mayfly.yaml} decides. */
  static ErrorCase platform(String name, String example, UnaryOperator<Scenario> edit) {
    return new ErrorCase(name, ExitCode.CONFIGURATION, example, edit, "render", "platform");
  }

  /** The same with one replacement. */
  static ErrorCase platform(String name, String example, String old, String replacement) {
    return platform(name, example, scenario -> scenario.edit(old, replacement));
  }

  /** One test for each case, and one that finds goldens no case yields. */
  static Stream<DynamicTest> tests(String topic, Path temp, List<ErrorCase> cases) {
    Stream<DynamicTest> tests =
        cases.stream()
            .map(one ->
                DynamicTest.dynamicTest(one.name, () -> one.verify(topic, temp.resolve(one.name))));
    TreeSet<String> expected =
        cases.stream().map(one -> one.name + ".txt").collect(Collectors.toCollection(TreeSet::new));
    assertThat(expected).as("names of cases are unique").hasSize(cases.size());
    return Stream.concat(
        tests,
        Stream.of(
            DynamicTest.dynamicTest(
                "every golden has its case",
                () ->
                    assertThat(GoldenFiles.files(Path.of("golden", "errors", topic)))
                        .isEqualTo(expected))));
  }

  private void verify(String topic, Path folder) {
    edit.apply(Scenario.of(example, folder)).refused(code, topic + "/" + name, args);
  }
}
