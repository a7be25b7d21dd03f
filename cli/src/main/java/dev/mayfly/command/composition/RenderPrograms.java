package dev.mayfly.command.composition;

import dev.mayfly.bundle.build.ArgoSettings;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.command.option.BundleOptions;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.platform.AppBundle;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The kustomize and the helm of this machine, in Argo CD's own steps and words (Argo CD source,
 * util/kustomize and util/helm). Each is asked once which release it is.
 */
public final class RenderPrograms implements RenderTool {
  private final Map<String, String> env;
  private final Map<String, String> versions = new HashMap<>();

  public RenderPrograms(Map<String, String> env) {
    this.env = Map.copyOf(env);
  }

  /**
   * Those on PATH.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) when one is missing that an
   *     option asks for
   */
  public static RenderPrograms of(Invocation invocation) {
    require(BundleOptions.HELM, "helm", invocation);
    require(BundleOptions.KUSTOMIZE, "kustomize", invocation);
    return new RenderPrograms(invocation.console().env());
  }

  private static void require(FlagOption option, String name, Invocation invocation) {
    if (option.isGivenIn(invocation)
        && ConfinedProgram.find(name, invocation.console().env()).isEmpty()) {
      throw UsageErrors.usage(
          "there is no `" + name + "` on PATH", "install it, or leave out " + option.name());
    }
  }

  @Override
  public Optional<Rendering> render(AppBundle.Kind kind, BundleFiles files, ArgoSettings settings) {
    return switch (kind) {
      case KUSTOMIZE -> ConfinedProgram.find("kustomize", env).map(k -> render(k, files, settings));
      case HELM -> ConfinedProgram.find("helm", env).map(helm -> render(helm, files, settings));
      case DIRECTORY -> Optional.empty();
    };
  }

  private Rendering render(ConfinedProgram program, BundleFiles files, ArgoSettings settings) {
    try (Scratch scratch = Scratch.of(files)) {
      boolean helm = program.name().equals("helm");
      ConfinedProgram.Output said =
          helm ? helm(program, scratch, settings) : kustomize(program, scratch, settings);
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

  /** The settings are edited into the bundle's own file, one after another; then it is built. */
  private static ConfinedProgram.Output kustomize(
      ConfinedProgram kustomize, Scratch scratch, ArgoSettings settings) throws IOException {
    for (List<String> edit : edits(settings)) {
      ConfinedProgram.Output said = kustomize.run(scratch, scratch.bundle(), edit);
      if (!said.failure().isEmpty()) {
        return said;
      }
    }
    List<String> build = new ArrayList<>(List.of("build", scratch.bundle().toString()));
    build.addAll(settings.buildOptions());
    return kustomize.run(scratch, scratch.folder(), build);
  }

  private static List<List<String>> edits(ArgoSettings settings) {
    List<List<String>> edits = new ArrayList<>();
    settings
        .namePrefix()
        .ifPresent(prefix -> edits.add(List.of("edit", "set", "nameprefix", "--", prefix)));
    if (!settings.images().isEmpty()) {
      List<String> images = new ArrayList<>(List.of("edit", "set", "image"));
      new TreeMap<>(settings.images())
          .forEach((name, digest) -> images.add(name + "=" + name + "@" + digest));
      edits.add(images);
    }
    if (!settings.labels().isEmpty()) {
      List<String> labels = new ArrayList<>(List.of("edit", "add", "label"));
      new TreeMap<>(settings.labels()).forEach((key, value) -> labels.add(key + ":" + value));
      edits.add(labels);
    }
    if (!settings.namespace().isEmpty()) {
      edits.add(List.of("edit", "set", "namespace", "--", settings.namespace()));
    }
    return edits;
  }

  /**
   * Lookups and DNS are off by default in {@code helm template}; a chart whose dependencies would
   * have to be fetched does not come here. Twice, since templates may throw dice.
   */
  private static ConfinedProgram.Output helm(
      ConfinedProgram helm, Scratch scratch, ArgoSettings settings) throws IOException {
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
      arguments.addAll(List.of("--values", scratch.valueFile(file).toString()));
    }
    Optional<Tree> values = settings.values().get();
    if (values.isPresent()) {
      Path file = scratch.folder().resolve("values.yaml");
      Files.writeString(file, YamlWriter.write(values.get()));
      arguments.addAll(List.of("--values", file.toString()));
    }
    arguments.add("--include-crds");
    ConfinedProgram.Output first = helm.run(scratch, scratch.bundle(), arguments);
    ConfinedProgram.Output second = helm.run(scratch, scratch.bundle(), arguments);
    return first.failure().isEmpty() && !first.equals(second)
        ? ConfinedProgram.Output.no("it yields something else each time")
        : first;
  }
}
