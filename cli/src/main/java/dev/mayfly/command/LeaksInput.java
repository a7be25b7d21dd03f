package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.Invocation;
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

/** The listings that {@code leaks} is given: of any size, and never read as a whole. */
final class LeaksInput {
  private static final String STANDARD_INPUT = "-";

  private LeaksInput() {}

  /** What messages call the files. */
  static List<String> files(Invocation invocation) {
    return given(invocation).stream()
        .map(file -> file.equals(STANDARD_INPUT) ? "<stdin>" : TerminalText.clean(file))
        .toList();
  }

  static ListedCluster read(Policy policy, Invocation invocation) {
    List<String> given = given(invocation);
    if (given.isEmpty()) {
      throw UsageErrors.usage(
          "no listing of the cluster is given",
          "`mayfly leaks --ask` prints the commands that make one; - is standard input");
    }
    ListedCluster cluster = new ListedCluster(policy.loaded());
    List<String> names = files(invocation);
    for (int i = 0; i < given.size(); i++) {
      try (InputStream in = open(given.get(i), invocation.console())) {
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

  private static List<String> given(Invocation invocation) {
    return LeaksCommand.FILES.all(invocation);
  }
}
