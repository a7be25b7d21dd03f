package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.delivery.Policy;
import dev.mayfly.leak.ListedCluster;
import dev.mayfly.leak.RightCluster;
import dev.mayfly.report.TerminalText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** The listings that {@code leaks} is given: of any size, and never read as a whole. */
final class LeaksInput {
  private static final String STANDARD_INPUT = "-";

  private LeaksInput() {}

  /** What messages call the files. */
  static List<String> files(ParseResult parsed) {
    return given(parsed).stream()
        .map(file -> file.equals(STANDARD_INPUT) ? "<stdin>" : TerminalText.clean(file))
        .toList();
  }

  static ListedCluster read(Policy policy, ParseResult parsed, Console console) {
    List<String> given = given(parsed);
    if (given.isEmpty()) {
      throw UsageErrors.usage(
          "no listing of the cluster is given",
          "`mayfly leaks --ask` prints the commands that make one; - is standard input");
    }
    ListedCluster cluster = new ListedCluster(policy.loaded());
    List<String> names = files(parsed);
    for (int i = 0; i < given.size(); i++) {
      try (InputStream in = open(given.get(i), console)) {
        cluster.add(names.get(i), in);
      } catch (IOException e) {
        throw UsageErrors.usage("`" + names.get(i) + "` cannot be read", "");
      }
    }
    RightCluster.require(cluster, policy.platform(), names);
    return cluster;
  }

  private static InputStream open(String file, Console console) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? console.in()
        : new BufferedInputStream(Files.newInputStream(console.directory().resolve(file)));
  }

  private static List<String> given(ParseResult parsed) {
    return LeaksCommand.FILES.all(parsed);
  }
}
