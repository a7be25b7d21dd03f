package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.Source;
import java.util.List;
import java.util.function.Function;

/** Reads a map that a test writes, and tells what was said of it. */
final class ReadFields {
  private final Problems problems = new Problems();

  <T> T whole(String yaml, Function<Fields, T> read) {
    Node node =
        new YamlReader(Budget.ADMIN).read(new Source("t.yaml", yaml)).documents().getFirst();
    try (Fields fields = new Fields(node, problems)) {
      return read.apply(fields);
    }
  }

  List<String> said() {
    return problems.sorted().stream().map(ReadFields::line).toList();
  }

  private static String line(Problem problem) {
    String place = String.valueOf(problem.location()).replace("t.yaml:", "");
    String hint = problem.hint().isEmpty() ? "" : " (" + problem.hint() + ")";
    return place + " " + problem.message() + hint;
  }
}
