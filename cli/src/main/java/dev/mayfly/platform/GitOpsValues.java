package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.template.Literals;
import dev.mayfly.template.Value;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ForeignText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values that a chart is given by the Application: the value files of the GitOps repository in
 * their order, each over the one before, and {@code values} over all of them. Maps are merged key
 * by key and all else is replaced, as Helm merges value files.
 */
record GitOpsValues(GitOpsFiles files, String folder, Problems problems) {
  Optional<Value.Fields> under(App app, Location where, Optional<Value.Fields> values) {
    Optional<Value.Fields> merged = Optional.empty();
    for (ValueFile file : app.bundle().valueFiles()) {
      if (file instanceof ValueFile.InGitOps(String path)) {
        merged = over(merged, read(path, where));
      }
    }
    return over(merged, values);
  }

  private Optional<Value.Fields> read(String path, Location where) {
    Optional<byte[]> bytes = files.read(folder, path);
    if (bytes.isEmpty()) {
      problems.error(
          "value-file-missing",
          where,
          "the value file `" + path + "` is missing from the GitOps repository",
          "paths start at the root of the repository; write the file, or take it out of"
              + " `valueFiles`");
      return Optional.empty();
    }
    ReadResult read = new YamlReader(Budget.ADMIN).read(path, ForeignText.plain(bytes.get()));
    problems.addAll(read.problems());
    List<Node> documents = read.documents();
    if (documents.size() == 1 && documents.getFirst() instanceof MapNode map) {
      return Optional.of((Value.Fields) Literals.of(map, problems));
    }
    if (read.problems().isEmpty() && !documents.isEmpty()) {
      problems.error(
          "value-file-shape", Location.ofFile(path), "`" + path + "` is not one map of values");
    }
    return Optional.empty();
  }

  private static Optional<Value.Fields> over(
      Optional<Value.Fields> below, Optional<Value.Fields> above) {
    return below.isEmpty() || above.isEmpty()
        ? above.or(() -> below)
        : Optional.of(merged(below.get(), above.get()));
  }

  private static Value.Fields merged(Value.Fields below, Value.Fields above) {
    Map<String, Value> entries = new LinkedHashMap<>(below.entries());
    above
        .entries()
        .forEach((key, value) ->
            entries.merge(
                key,
                value,
                (old, given) ->
                    old instanceof Value.Fields inner && given instanceof Value.Fields outer
                        ? merged(inner, outer)
                        : given));
    return new Value.Fields(entries);
  }
}
