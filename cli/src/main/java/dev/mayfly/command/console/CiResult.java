package dev.mayfly.command.console;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.event.ActionsOutput;
import dev.mayfly.event.CiEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
            append(
                file,
                outputs.stream()
                    .map(it -> output.entry(it.getKey(), it.getValue()))
                    .collect(Collectors.joining())));
    ci.summaryFile().ifPresent(file -> append(file, summary.get()));
  }

  /** Other steps may have written to the file before. */
  static void append(Path file, String text) {
    try {
      Files.writeString(
          file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw Fault.CONFIGURATION.error(
          "result-unwritable",
          Location.ofFile(file.toString()),
          "the CI's file `" + file + "` cannot be written",
          "");
    }
  }
}
