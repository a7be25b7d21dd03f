package dev.mayfly.command;

import dev.mayfly.forge.StubForge;
import dev.mayfly.forge.StubHost;
import dev.mayfly.forge.StubPull;
import dev.mayfly.git.GitCommand;
import dev.mayfly.platform.ForgeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All that a delivery touches, real but for the forge: two bare repositories, and a forge on a
 * local server. The platform is the first example's.
 */
final class DeliveryWorld implements AutoCloseable {
  static final String APP = "acme/primitives";
  static final String GITOPS = "acme/gitops";
  static final String TOKEN = "ghs_cAnArY9876543210";
  private static final String LOCK = "primitives/service/orders/deploy/image.ref.yaml";

  final GitCommand gitops;
  final GitCommand source;
  final StubHost host;
  final Path directory;
  final Map<String, String> env = new HashMap<>(Map.of("MAYFLY_FORGE_TOKEN", TOKEN));
  String gitopsUrl;
  private int commits;

  private DeliveryWorld(Path temp, ForgeSettings.Kind kind) {
    gitops = GitCommand.bare(temp.resolve("acme/gitops.git"));
    source = GitCommand.bare(temp.resolve("acme/primitives.git"));
    source.set("uploadpack", "allowAnySHA1InWant", "true");
    host = new StubHost(kind, APP, GITOPS);
    changes().hasBranch = branch -> gitops.has(branch);
    changes().merges = change -> merge(change.branch);
    directory = temp.resolve("elsewhere");
    gitopsUrl = "file://" + gitops.directory();
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    source.commit("main", exampleBundle());
  }

  /** The app's repository as the example has it, so that what is opened has a bundle to prove. */
  static Map<String, String> exampleBundle() {
    Path root = Examples.HOME.resolve("primitives/source");
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString(), Files.readString(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Changes go by pull requests, as the example has it. */
  static DeliveryWorld proposing(Path temp) {
    return of(temp, ForgeSettings.Kind.GITHUB, text -> text);
  }

  static DeliveryWorld pushing(Path temp) {
    return of(temp, ForgeSettings.Kind.GITHUB, DeliveryWorld::push);
  }

  static String push(String platform) {
    return platform.replace("change: pull-request", "change: push");
  }

  static DeliveryWorld of(Path temp, ForgeSettings.Kind kind, UnaryOperator<String> edit) {
    DeliveryWorld world = new DeliveryWorld(temp, kind);
    world.platform(edit.apply(world.example(kind)));
    return world;
  }

  /** The first example, at this forge. */
  private String example(ForgeSettings.Kind kind) {
    return Examples.platform("primitives")
        .replaceFirst("# yaml-language-server.*\n", "")
        .replace("https://github.com/acme/gitops.git", "https://127.0.0.1/acme/gitops.git")
        .replace("kind: github", "kind: " + kind.name().toLowerCase(Locale.ROOT))
        .replace("url: https://github.com", "url: " + host.server().url());
  }

  /** Commits this platform to the GitOps repository. */
  void platform(String text) {
    gitops.commit("main", Map.of("mayfly.yaml", text));
  }

  void editPlatform(UnaryOperator<String> edit) {
    platform(edit.apply(gitops.text("main", "mayfly.yaml") + "\n"));
  }

  StubForge app() {
    return host.repository(APP);
  }

  StubForge changes() {
    return host.repository(GITOPS);
  }

  /** An open pull request that may have a preview: labelled, with a pinned image. */
  StubPull pull(int number) {
    StubPull pull = app().open(number);
    pull.labels.add("preview");
    pull.updatedAt = "2026-11-22T08:00:00Z";
    pull.files.add("primitives/service/orders/main.go");
    push(pull);
    return pull;
  }

  /** Gives the pull request a new head, with an image of its own. */
  String push(StubPull pull) {
    Map<String, String> files = change(++commits);
    String branch = "change-" + pull.number;
    pull.sha = source.commit(branch, "main", files);
    return pull.sha;
  }

  /** What a commit of a pull request changes: the code, and the image made of it. */
  static Map<String, String> change(int number) {
    return Map.of(
        LOCK,
        lock(digest(number)),
        "primitives/service/orders/main.go",
        "package main // " + number + "\n");
  }

  static String digest(int number) {
    return "sha256:" + "%064x".formatted(number);
  }

  private static String lock(String digest) {
    return """
    apiVersion: mayfly.dev/v1alpha1
    kind: ImageLock
    metadata:
      name: orders
      annotations:
        config.kubernetes.io/local-config: "true"
    spec:
      images:
        - name: ghcr.io/acme/orders
          digest: %s
    """
        .formatted(digest);
  }

  CommandLineRun open(int number, String... more) {
    return event("open", "synchronize", number, more);
  }

  CommandLineRun close(int number, String... more) {
    return event("close", "closed", number, more);
  }

  CommandLineRun admit(int number, String... more) {
    return event("admit", "labeled", number, more);
  }

  CommandLineRun sync(String... more) {
    List<String> args =
        new ArrayList<>(List.of("sync", "--app-url", "file://" + source.directory()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  CommandLineRun event(String command, String action, int number, String... more) {
    List<String> args = new ArrayList<>(eventArguments(command, action, number));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  List<String> eventArguments(String command, String action, int number) {
    StubPull pull = app().pulls.getOrDefault(number, new StubPull(number, APP));
    return List.of(
        command,
        "--event",
        Events.file(directory, APP, action, pull).toString(),
        "--app-url",
        "file://" + source.directory());
  }

  CommandLineRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--gitops-url", gitopsUrl));
    return CommandLineRun.of(CommandCatalog.all(), env, directory, all.toArray(String[]::new));
  }

  /** Merges the branch of a preview into main, as a forge does, and closes its pull request. */
  void merge(String branch) {
    String tree =
        gitops.run("merge-tree", "--write-tree", "main", branch).lines().findFirst().orElseThrow();
    String commit =
        gitops.run("commit-tree", tree, "-p", "main", "-p", branch, "-m", "Merge " + branch);
    gitops.run("update-ref", "refs/heads/main", commit);
    for (StubPull change : changes().pulls.values()) {
      if (change.branch.equals(branch)) {
        change.state = "closed";
        change.merged = true;
      }
    }
  }

  boolean hasOverlay(int number) {
    return gitops.paths("main").contains("previews/orders/pr-" + number + "/preview.yaml");
  }

  List<String> branches() {
    return gitops.branches();
  }

  List<String> commits() {
    return gitops.run("log", "--format=%s", "main").lines().toList();
  }

  /** The branches of the GitOps pull requests that somebody can merge. */
  List<String> open() {
    return changes().pulls.values().stream()
        .filter(change -> change.state.equals("open") && !changes().isGone(change))
        .map(change -> change.branch)
        .sorted()
        .toList();
  }

  long openChanges() {
    return open().size();
  }

  @Override
  public void close() {
    host.close();
  }
}
