package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.StubPull;
import dev.mayfly.git.ExecutableScript;
import dev.mayfly.git.GitCommand;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.platform.ForgeSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A runner's machine: bare repositories as remotes, a forge on a local server, and this program in
 * a repository of its own, from which the scripts fetch it.
 */
final class CiSandbox implements AutoCloseable {
  final DeliveryWorld world;
  final StubPull pull;
  final CiRelease release;
  private final Path temp;
  private final Path work;
  private Optional<ProgramServer> program = Optional.empty();

  /** What a script printed, and how it ended. */
  record Ran(int code, String printed) {}

  CiSandbox(Path temp, ForgeSettings.Kind kind, boolean generator) {
    this.temp = temp;
    world = DeliveryWorld.of(temp, kind, generator ? CiSandbox::byGenerator : DeliveryWorld::push);
    pull = world.pull(7);
    pull.updatedAt = Instant.now().toString();
    release = new CiRelease(temp);
    work = temp.resolve("work");
    helm();
    // One commit with the platform set, as an admin would have made it.
    try {
      Path admin = Files.createDirectory(temp.resolve("admin"));
      Files.writeString(
          admin.resolve("mayfly.yaml"), world.gitops.text("main", "mayfly.yaml") + "\n");
      CommandLineRun rendered = CommandLineRun.of(admin, "render", "platform", "--out", ".");
      assertThat(rendered.code()).as(rendered.err()).isZero();
      Map<String, String> files = new TreeMap<>();
      for (String file : GoldenFiles.files(admin)) {
        files.put(file, Files.readString(admin.resolve(file)));
      }
      world.gitops.commit("main", files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Saves the start of a JVM wherever a script runs the program. */
  CiSandbox inThisJvm() {
    program = Optional.of(new ProgramServer(temp));
    return this;
  }

  static String byGenerator(String platform) {
    return platform
        .replace("delivery: overlay", "delivery: generator")
        .replaceFirst("    change: .*\n", "")
        .replaceFirst("  capacity: .*\n", "")
        .replace("limit: 5", "limit: 2\n    admittedLabel: mayfly/admitted")
        .replaceFirst("(?m)^( +)repository: acme/primitives$", "$0\n$1projectId: \"7\"");
  }

  /** Helm must be there where a script wants it; the example's bundle is no chart. */
  private void helm() {
    ExecutableScript.write(temp.resolve("bin/helm"), "#!/bin/sh\nexit 1\n");
  }

  private Path clone(Path to) {
    GitCommand.in(temp).run("clone", "-q", world.gitopsUrl, to.toString());
    return to;
  }

  /** The program and the GitOps repository, each in its folder, as the workflows check them out. */
  void checkOut(Path workspace) {
    GitCommand.in(temp)
        .run("clone", "-q", "file://" + release.source.directory(), workspace + "/mayfly");
    clone(workspace.resolve("gitops"));
  }

  /** As GitLab's runner starts a job: in a clone of the project, or in an empty folder. */
  Ran gitlab(CiScript script, boolean inGitOps, Map<String, String> more) {
    Path folder = work.resolve("gitlab-" + System.nanoTime() + "/project");
    Map<String, String> variables = new TreeMap<>(script.variables());
    variables.computeIfPresent("MAYFLY_APP", (name, example) -> "orders");
    variables.putAll(
        Map.of(
            "GITLAB_CI",
            "true",
            "CI_SERVER_URL",
            "file://" + temp,
            "CI_PROJECT_URL",
            "https://example.dev/" + DeliveryWorld.GITOPS,
            "CI_MERGE_REQUEST_IID",
            "7",
            "CI_COMMIT_SHA",
            pull.sha,
            "CI_MERGE_REQUEST_PROJECT_PATH",
            DeliveryWorld.APP,
            "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH",
            DeliveryWorld.APP,
            "CI_MERGE_REQUEST_LABELS",
            String.join(",", pull.labels),
            "CI_MERGE_REQUEST_DIFF_BASE_SHA",
            world.gitops.tip("main"),
            "MAYFLY_GIT_TOKEN",
            DeliveryWorld.TOKEN));
    variables.putAll(more);
    if (inGitOps) {
      clone(folder);
    }
    return start(folder, "set -eo pipefail\n" + script.script(), variables);
  }

  /** As the runner of Actions starts a step. */
  Ran actions(CiScript script, String event, String command, Map<String, String> more) {
    Path workspace = work.resolve("actions-" + System.nanoTime());
    checkOut(workspace);
    Map<String, String> variables = new TreeMap<>();
    Map<String, ?> contexts = contexts(command);
    script
        .variables()
        .forEach((name, value) ->
            variables.put(
                name,
                value.startsWith("${{")
                    ? evaluated(value, contexts)
                    : value.replaceFirst(" #.*", "")));
    variables.putAll(
        Map.of(
            "GITHUB_ACTIONS",
            "true",
            "GITHUB_REPOSITORY",
            DeliveryWorld.GITOPS,
            "GITHUB_EVENT_PATH",
            Events.file(world.directory, DeliveryWorld.APP, event, pull).toString(),
            "GITHUB_ACTION_PATH",
            workspace + "/mayfly/.github/actions/mayfly"));
    variables.putAll(more);
    try {
      Files.createDirectories(workspace.resolve("mayfly/.github/actions/mayfly"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return start(
        workspace.resolve(script.folder()), "set -eo pipefail\n" + script.script(), variables);
  }

  private static String evaluated(String value, Map<String, ?> contexts) {
    String expression = value.replaceAll("(?s)^\\$\\{\\{(.*)}}$", "$1");
    Object found = ActionsExpression.value(expression, contexts);
    return found == null ? "" : found.toString();
  }

  /**
   * What the expressions of our files may name.
   *
   * @param command what is to be done, or whether the branch is one of Mayfly's own
   */
  private Map<String, ?> contexts(String command) {
    String action = command.equals("close") ? "closed" : "synchronize";
    String event =
        switch (command) {
          case "sync" -> "schedule";
          case "true", "false" -> "pull_request";
          default -> "pull_request_target";
        };
    Map<String, ?> base = Map.of("sha", world.gitops.tip("main"));
    String secret = DeliveryWorld.TOKEN;
    return Map.of(
        "inputs",
        Map.of(),
        "job",
        Map.of("workflow_repository", "acme/mayfly", "workflow_sha", release.source.tip("main")),
        "secrets",
        Map.of("GITOPS_TOKEN", secret, "gitops-token", secret, "FORGE_TOKEN", secret),
        "github",
        Map.of(
            "token",
            secret,
            "event_name",
            event,
            "event",
            Map.of("action", action, "pull_request", Map.of("base", base)),
            "head_ref",
            command.equals("true") ? "mayfly/orders/pr-7" : "page",
            "action_ref",
            release.source.tip("main"),
            "action_repository",
            "acme/mayfly"));
  }

  private Ran start(Path folder, String script, Map<String, String> variables) {
    try {
      Files.createDirectories(folder);
      Path home = Files.createDirectories(temp.resolve("home"));
      ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(variables);
      String path = System.getenv("PATH") + File.pathSeparator + temp.resolve("bin");
      builder.environment().put("PATH", path);
      builder.environment().put("HOME", home.toString());
      builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
      builder.environment().putAll(release.variables());
      program.ifPresent(server -> builder.environment().putAll(server.variables()));
      // The remotes are on this disk, whatever mayfly.yaml calls them.
      builder.environment().put("MAYFLY_GITOPS_URL", world.gitopsUrl);
      builder.environment().put("MAYFLY_APP_URL", "file://" + world.source.directory());
      builder.environment().put("MAYFLY_FORGE_TOKEN", DeliveryWorld.TOKEN);
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Path report = folder.resolve("gitops/preview.env");
      return new Ran(
          process.waitFor(), Files.exists(report) ? printed + Files.readString(report) : printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    program.ifPresent(ProgramServer::close);
    release.close();
    world.close();
  }
}
