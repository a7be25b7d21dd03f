package dev.mayfly.command;

import dev.mayfly.bundle.build.ArgoSettings;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.platform.App.Bundle;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kustomize and the helm of this machine. Each is asked once which release it is. */
final class RenderPrograms implements RenderTool {
  private final Map<String, String> env;
  private final Map<String, String> versions = new HashMap<>();

  RenderPrograms(Map<String, String> env) {
    this.env = Map.copyOf(env);
  }

  @Override
  public Optional<Rendering> render(Bundle.Kind kind, BundleFiles files, ArgoSettings settings) {
    return switch (kind) {
      case KUSTOMIZE -> ConfinedProgram.find("kustomize", env).map(k -> render(k, files, settings));
      case HELM -> ConfinedProgram.find("helm", env).map(helm -> render(helm, files, settings));
      case DIRECTORY -> Optional.empty();
    };
  }

  private Rendering render(ConfinedProgram program, BundleFiles files, ArgoSettings settings) {
    try (Scratch scratch = Scratch.of(files)) {
      boolean helm = program.name().equals("helm");
      ConfinedProgram.Said said =
          helm
              ? HelmRun.run(program, scratch, settings)
              : KustomizeRun.run(program, scratch, settings);
      return new Rendering(
          program.name(), version(program, scratch), said.output(), said.failure());
    } catch (IOException e) {
      return new Rendering(program.name(), "", "", "it cannot be run here");
    }
  }

  private String version(ConfinedProgram program, Scratch scratch) throws IOException {
    String known = versions.get(program.name());
    if (known == null) {
      List<String> question =
          program.name().equals("helm") ? List.of("version", "--short") : List.of("version");
      known = program.run(scratch, scratch.home(), question).output().strip();
      versions.put(program.name(), known);
    }
    return known;
  }
}
