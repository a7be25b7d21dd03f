package dev.mayfly.command.option;

import dev.mayfly.argocd.EarlierSets;
import dev.mayfly.argocd.GeneratorInputs;
import dev.mayfly.git.LocalRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The manifests as they were.
 *
 * @param files by the path that was given; empty optional where no comparison is asked
 */
public record BaseOptions(Optional<Map<String, byte[]>> files, Path directory) {
  public static final ValueOption<String> BASE =
      ValueOption.text(
          "--base", "REF", "say what the changes of FILE since REF do to Applications");
  private static final RepeatableOption BASE_FILE =
      new RepeatableOption("--base-file", "FILE", "the same against manifests as they were");

  public static void addTo(CommandSpec spec) {
    Option.add(spec, BASE, BASE_FILE);
  }

  public static BaseOptions read(Invocation invocation, List<String> paths, InputFiles files) {
    String base = BASE.in(invocation).orElse("");
    List<String> earlier = BASE_FILE.in(invocation);
    if (base.isEmpty() && earlier.isEmpty()) {
      return new BaseOptions(Optional.empty(), files.directory());
    }
    String asked = base.isEmpty() ? "--base-file" : "--base";
    UsageErrors.refuse(
        invocation, "beside `" + asked + "`", LiveOptions.LIVE, LiveOptions.EXISTING);
    if (!base.isEmpty()) {
      UsageErrors.refuse(invocation, "beside `--base`", BASE_FILE);
    }
    Map<String, byte[]> read = new LinkedHashMap<>();
    if (base.isEmpty()) {
      earlier.forEach(path -> read.put(path, files.bytes(path)));
      new ArgoManifests(documents(read)).sets();
    } else {
      read.putAll(at(base, paths, files.directory()));
    }
    return new BaseOptions(Optional.of(read), files.directory());
  }

  private static Map<String, byte[]> at(String ref, List<String> paths, Path directory) {
    Map<String, byte[]> found = new LinkedHashMap<>();
    try (LocalRefs refs = LocalRefs.around(directory)) {
      Snapshot snapshot = refs.at(ref);
      LocalRepository repository = refs.repository().orElseThrow();
      for (String path : paths) {
        TreePath inside =
            repository
                .pathOf(directory.resolve(path))
                .orElseThrow(
                    () -> UsageErrors.usage("`" + path + "` lies outside the repository", ""));
        snapshot.read(inside, Budget.LINT.bytes()).ifPresent(bytes -> found.put(path, bytes));
      }
    }
    return found;
  }

  public boolean isAsked() {
    return files.isPresent();
  }

  /** Whether a file was there and is no more, so that its sets are gone. */
  public boolean isGone(String path) {
    return files.isPresent()
        && files.get().containsKey(path)
        && !Files.exists(directory.resolve(path));
  }

  public Optional<EarlierSets> sets(GeneratorInputs inputs, ReleaseLine argoCd) {
    return files.map(all -> EarlierSets.of(written(), inputs, argoCd));
  }

  /** The sets as they were; none where no comparison is asked. */
  public List<Node> written() {
    return new ArgoManifests(documents(files.orElse(Map.of()))).anySets();
  }

  private static List<Node> documents(Map<String, byte[]> files) {
    List<Node> documents = new ArrayList<>();
    files.forEach(
        (path, bytes) -> documents.addAll(ArgoManifests.whole(ArgoManifests.read(path, bytes))));
    return documents;
  }
}
