package dev.mayfly.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mayfly.access.Certificates;
import dev.mayfly.git.GitCommand;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.registry.PackedChart;
import dev.mayfly.registry.StubRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An example's repositories as they would be: its files are the GitOps repository, {@code source/}
 * is the app's. Nothing is asked of a forge.
 */
final class ExampleWorld implements AutoCloseable {
  private final Path example;
  private final String platform;
  private final Path folder;
  private final Map<String, String> env;
  private final Map<String, String> images;
  private Optional<StubRegistry> registry = Optional.empty();
  final GitCommand gitops;
  private final GitCommand source;
  final Optional<GitCommand> bundle;

  ExampleWorld(String name, Path folder, Map<String, String> env) {
    this.example = Examples.repository(name);
    this.platform = example.relativize(Examples.HOME.resolve(name)).toString();
    this.folder = folder;
    this.env = new HashMap<>(env);
    images = Examples.images(name);
    gitops = GitCommand.bare(folder.resolve("gitops.git"));
    source = GitCommand.bare(folder.resolve("source.git"));
    Map<String, String> files = new TreeMap<>();
    GoldenFiles.files(example).stream()
        .filter(file -> !file.matches("(source|bundle|registry)/.*|pull-request.*"))
        .filter(file -> !file.equals(Examples.IMAGES))
        .forEach(file -> files.put(file, read(example.resolve(file))));
    files.replaceAll((path, text) -> text.replace("change: pull-request", "change: push"));
    gitops.commit("main", files);
    Map<String, String> sources = new TreeMap<>();
    Path root = example.resolve("source");
    GoldenFiles.files(root).forEach(file -> sources.put(file, read(root.resolve(file))));
    source.commit("main", sources);
    source.run("branch", "change", "main");
    bundle = bundle();
    if (Files.isDirectory(example.resolve("registry"))) {
      serve(packed(Map.of()).http());
    }
    String changed =
        sources.keySet().stream().filter(f -> !f.endsWith("ref.yaml")).findFirst().orElseThrow();
    source.commit("change", Map.of(changed, sources.get(changed) + "# changed\n"));
  }

  /** The repository that the bundle comes from, where that is another one. */
  private Optional<GitCommand> bundle() {
    Path root = example.resolve("bundle");
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    GitCommand repository = GitCommand.bare(folder.resolve("bundle.git"));
    Map<String, String> files = new TreeMap<>();
    GoldenFiles.files(root).forEach(file -> files.put(file, read(root.resolve(file))));
    repository.commit("main", files);
    repository.run("tag", "--annotate", "--message", "a release", "v1.4.2", "main");
    return Optional.of(repository);
  }

  /** Commits files to the pull request's branch. */
  void source(Map<String, String> files) {
    source.commit("change", files);
  }

  /** Commits a link to the pull request's branch. */
  void link(String path, String target) {
    source.entry("change", "120000", path, target);
  }

  /** The chart that the registry has, with some of its files changed. */
  PackedChart packed(Map<String, String> changed) {
    Path root = example.resolve("registry/app");
    Map<String, byte[]> files = new TreeMap<>();
    GoldenFiles.files(root)
        .forEach(file -> files.put(file, read(root.resolve(file)).getBytes(UTF_8)));
    changed.forEach((file, text) -> files.put(file, text.getBytes(UTF_8)));
    return PackedChart.of("app", "2.3.1", files);
  }

  /** Starts the registry, in place of one that was there. */
  void serve(StubRegistry.Manners manners) {
    close();
    try {
      Certificates certificates = Certificates.in(Files.createTempDirectory(folder, "keys"));
      env.put("MAYFLY_CA_FILE", certificates.authority().toString());
      registry = Optional.of(new StubRegistry(certificates, manners));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    registry.ifPresent(StubRegistry::close);
  }

  /** Runs a command about the example's pull request, as a CI job of this event would. */
  CommandLineRun event(String command, String action, String... more) {
    String event =
        read(example.resolve("pull-request.json"))
            .replaceFirst("\"sha\": \"[0-9a-f]{40}\"", "\"sha\": \"" + source.tip("change") + "\"")
            .replaceFirst("\"action\": \"opened\"", "\"action\": \"" + action + "\"");
    if (action.equals("closed")) {
      event = event.replaceFirst("\"state\": \"open\"", "\"state\": \"closed\"");
    }
    List<String> args = new ArrayList<>(List.of(command, "--event", write(event), "--offline"));
    args.addAll(List.of("--app-url", "file://" + source.directory()));
    if (action.equals("opened")) {
      bundle.ifPresent(
          other -> args.addAll(List.of("--bundle-url", "file://" + other.directory())));
      registry.ifPresent(
          it -> args.addAll(List.of("--bundle-url", "https://" + it.host() + "/stable")));
      args.addAll(Examples.digests(example.resolve(platform)));
    }
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  CommandLineRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--gitops-url", "file://" + gitops.directory()));
    if (!platform.isEmpty()) {
      all.addAll(List.of("--gitops-path", platform));
    }
    Map<String, String> variables = new HashMap<>(env);
    variables.putAll(images);
    return CommandLineRun.of(CommandCatalog.all(), variables, folder, all.toArray(String[]::new));
  }

  /** Runs a command in a fresh clone of the GitOps repository. */
  CommandLineRun inClone(String... args) {
    gitops.run("clone", "--quiet", gitops.directory().toString(), folder + "/clone-" + args[0]);
    Path clone = folder.resolve("clone-" + args[0]).resolve(platform);
    return CommandLineRun.of(CommandCatalog.all(), env, clone, args);
  }

  private String write(String event) {
    try {
      return Files.writeString(folder.resolve("event.json"), event).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
