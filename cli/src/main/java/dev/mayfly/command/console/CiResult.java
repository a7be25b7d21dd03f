package dev.mayfly.command.console;

import dev.mayfly.event.ActionsOutput;
import dev.mayfly.event.CiEnvironment;
import dev.mayfly.event.ResultFile;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What a run tells the CI system around it: outputs for later steps, and a page for people. */
public final class CiResult {
  private CiResult() {}

  public static void write(
      Console console, List<Map.Entry<String, String>> outputs, Supplier<String> summary) {
    CiEnvironment ci = CiEnvironment.detect(console.env());
    ActionsOutput output = new ActionsOutput(RandomGenerator.getDefault());
    ci.outputFile()
        .ifPresent(file ->
            ResultFile.append(
                file,
                outputs.stream()
                    .map(it -> output.entry(it.getKey(), it.getValue()))
                    .collect(Collectors.joining())));
    ci.summaryFile().ifPresent(file -> ResultFile.append(file, summary.get()));
  }
}
