package dev.mayfly.command;

import dev.mayfly.bundle.build.ArgoSettings;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.HelmTool;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Renders a chart with the {@code helm} of this machine. The chart is a stranger's: helm gets a
 * home of its own, no plugins, no variables but PATH, no cluster, and a limit on time and output.
 * Lookups and DNS are off by default in {@code helm template}; a chart whose dependencies would
 * have to be fetched does not come here. The arguments are those that Argo CD gives (Argo CD
 * source, util/helm).
 */
final class HelmProgram implements HelmTool {
  private static final int LARGEST = 8 << 20;
  private static final int SECONDS = 30;

  private final Path program;
  private final String path;

  private HelmProgram(Path program, String path) {
    this.program = program;
    this.path = path;
  }

  /** The helm of this PATH; empty when there is none. */
  static Optional<HelmTool> find(Map<String, String> env) {
    String path = env.getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator, -1))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, "helm"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new HelmProgram(program, path));
  }

  @Override
  public Optional<Rendering> render(BundleFiles chart, ArgoSettings settings) {
    try {
      Path temporary = Files.createTempDirectory("mayfly-helm");
      try {
        return Optional.of(render(chart, settings, temporary));
      } finally {
        delete(temporary);
      }
    } catch (IOException e) {
      return Optional.of(new Rendering("", "helm cannot be run here"));
    }
  }

  private Rendering render(BundleFiles chart, ArgoSettings settings, Path temporary)
      throws IOException {
    Path folder = temporary.resolve("chart");
    for (Map.Entry<String, byte[]> file : chart.all().entrySet()) {
      Path target = folder.resolve(file.getKey()).normalize();
      Path parent = target.getParent();
      if (!target.startsWith(folder) || parent == null) {
        return new Rendering("", "a file lies outside the chart");
      }
      Files.createDirectories(parent);
      Files.write(target, file.getValue());
    }
    Path values = temporary.resolve("values.yaml");
    Tree tree = settings.values().orElse(new Tree.Mapping(Map.of()));
    Files.writeString(values, YamlWriter.write(tree));
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "template",
                settings.release(),
                folder.toString(),
                "--namespace",
                settings.namespace(),
                "--kube-version",
                settings.kubernetes(),
                "--include-crds"));
    for (String lock : settings.valueFiles()) {
      command.addAll(List.of("--values", folder.resolve(lock).toString()));
    }
    command.addAll(List.of("--values", values.toString()));
    return run(command, temporary);
  }

  private Rendering run(List<String> command, Path temporary) throws IOException {
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH", path,
                "HOME", temporary.toString(),
                "HELM_PLUGINS", temporary.resolve("plugins").toString(),
                "KUBECONFIG", temporary.resolve("none").toString()));
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return new Rendering("", "helm takes longer than " + SECONDS + " seconds");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Rendering("", "helm was interrupted");
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      String said = new String(head(err, 1024), StandardCharsets.UTF_8);
      String cleaned = UntrustedText.clean(said.replace(temporary + "/", ""), 300);
      return new Rendering("", cleaned.isEmpty() ? "it says nothing" : cleaned);
    }
    byte[] manifests = head(out, LARGEST + 1);
    return manifests.length > LARGEST
        ? new Rendering("", "it yields more than " + LARGEST + " bytes")
        : new Rendering(new String(manifests, StandardCharsets.UTF_8), "");
  }

  private static byte[] head(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }
}
