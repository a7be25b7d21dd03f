package dev.mayfly.command;

import dev.mayfly.adopt.Adopter;
import dev.mayfly.command.option.ArgoManifests;
import dev.mayfly.command.option.InputFiles;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sets and projects that {@code adopt} was given, as files or in folders. */
record AdoptInput(List<Node> sets, List<Node> projects) {
  static AdoptInput read(Invocation invocation, InputFiles files) {
    List<Node> documents = new ArrayList<>();
    List<String> paths = AdoptCommand.FILES.all(invocation);
    paths.forEach(path -> documents.addAll(documents(path, files)));
    ArgoManifests manifests = new ArgoManifests(documents);
    List<Node> all = manifests.sets();
    List<String> wanted = AdoptCommand.SET.in(invocation);
    List<String> names = all.stream().map(set -> "" + set.textAt("metadata", "name")).toList();
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw UsageErrors.usage(
            "the files hold no ApplicationSet `" + name + "`", NearMiss.hint(name, names));
      }
    }
    List<Node> chosen =
        all.stream()
            .filter(set ->
                wanted.isEmpty()
                    ? Adopter.pullRequestGenerators(set) > 0
                    : wanted.contains("" + set.textAt("metadata", "name")))
            .toList();
    if (chosen.isEmpty()) {
      throw Fault.CONFIGURATION.error(
          "no-pull-request-generator",
          all.getFirst().location(),
          "no ApplicationSet here has a pull request generator",
          "only sets that make previews of pull requests can be adopted");
    }
    return new AdoptInput(chosen, manifests.projects());
  }

  private static List<Node> documents(String path, InputFiles files) {
    List<Node> documents = new ArrayList<>();
    try {
      if (Files.isDirectory(files.directory().resolve(path))) {
        for (Map.Entry<String, Optional<byte[]>> file : files.tree(path).entrySet()) {
          if (file.getValue().isPresent()) {
            byte[] bytes = file.getValue().get();
            String name = path.equals(".") ? file.getKey() : path + "/" + file.getKey();
            // What else lies in the folder may be a template or broken, and is none of our concern.
            ReadResult read = ArgoManifests.read(name, bytes);
            if (read.problems().isEmpty() || isOfArgoCd(bytes)) {
              documents.addAll(ArgoManifests.whole(read));
            }
          }
        }
        return documents;
      }
    } catch (InvalidPathException e) {
      // Told as a file that cannot be read.
    }
    return ArgoManifests.whole(ArgoManifests.read(path, files.bytes(path)));
  }

  private static boolean isOfArgoCd(byte[] file) {
    return new String(file, StandardCharsets.UTF_8)
        .matches("(?s).*(^|\n)kind: *(ApplicationSet|AppProject)\\b.*");
  }
}
