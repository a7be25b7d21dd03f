package dev.mayfly.command;

import dev.mayfly.bundle.build.ArgoSettings;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renders a chart with the arguments that Argo CD gives (Argo CD source, util/helm). Lookups and
 * DNS are off by default in {@code helm template}; a chart whose dependencies would have to be
 * fetched does not come here.
 */
final class HelmRun {
  private HelmRun() {}

  static ConfinedProgram.Said run(ConfinedProgram helm, Scratch scratch, ArgoSettings settings)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "template",
                ".",
                "--name-template",
                settings.release(),
                "--namespace",
                settings.namespace(),
                "--kube-version",
                settings.kubernetes().toString()));
    for (String file : settings.valueFiles()) {
      arguments.addAll(List.of("--values", scratch.bundle().resolve(file).toString()));
    }
    Optional<Tree> values = settings.values().get();
    if (values.isPresent()) {
      Path file = scratch.folder().resolve("values.yaml");
      Files.writeString(file, YamlWriter.write(values.get()));
      arguments.addAll(List.of("--values", file.toString()));
    }
    arguments.add("--include-crds");
    ConfinedProgram.Said first = helm.run(scratch, scratch.bundle(), arguments);
    ConfinedProgram.Said second = helm.run(scratch, scratch.bundle(), arguments);
    return first.failure().isEmpty() && !first.equals(second)
        ? ConfinedProgram.Said.no("it yields something else each time")
        : first;
  }
}
