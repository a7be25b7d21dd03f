package dev.mayfly.command;

import dev.mayfly.access.Edge;
import dev.mayfly.git.GitCommand;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.http.HttpAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A GitOps repository, an Argo CD that answers as told, and a clock that only sleeping moves. */
final class WaitWorld implements AutoCloseable {
  static final String ARGOCD = "argocd.pr.example.dev";
  static final String TOKEN = "argo-canary-token-0123";
  static final Edge.Host ABSENT =
      exchange -> Edge.send(exchange, 404, "{\"error\": \"not found\", \"code\": 5}");
  private static final Instant START = Instant.parse("2026-11-22T09:30:00Z");
  final Path directory;
  final GitCommand gitops;
  final Edge edge;
  final Map<String, String> env =
      new HashMap<>(Map.of("ARGOCD_SERVER", ARGOCD, "ARGOCD_AUTH_TOKEN", TOKEN));
  final List<String> asked = new ArrayList<>();
  Edge.Host tree = Edge.status(404);
  HttpAccess settings;
  private MovedClock clock = new MovedClock(START);

  WaitWorld(Path temp) throws Exception {
    directory = temp;
    edge = new Edge(temp);
    settings = edge.settings();
    gitops = GitCommand.bare(temp.resolve("gitops.git"));
    platform(Examples.platform("primitives"));
    gitops.commit("main", overlay(ShownApplication.SHA));
  }

  /** The overlay as it was delivered for a commit, as far as waiting reads it. */
  static Map<String, String> overlay(String headSha) throws IOException {
    Path golden = Path.of("golden/primitives/previews/orders/pr-128/preview.yaml");
    return Map.of(
        "previews/orders/pr-7/preview.yaml",
        Files.readString(golden)
            .replace("128", "7")
            .replaceFirst("headSha: \"[0-9a-f]{40}\"", "headSha: \"" + headSha + "\""));
  }

  void platform(String text) {
    gitops.commit("main", Map.of("mayfly.yaml", text));
  }

  /** Lets Argo CD answer the first look with the first, and all that are left with the last. */
  void argocd(Edge.Host... answers) {
    int[] look = {0};
    edge.host(
        ARGOCD,
        exchange -> {
          String path = exchange.getRequestURI().toString();
          asked.add(path);
          if (path.contains("/resource-tree")) {
            tree.answer(exchange);
          } else {
            answers[Math.min(look[0]++, answers.length - 1)].answer(exchange);
          }
        });
  }

  void shows(ShownApplication... applications) {
    argocd(Stream.of(applications).map(shown -> body(shown.json())).toArray(Edge.Host[]::new));
  }

  static Edge.Host body(String text) {
    return exchange -> Edge.send(exchange, 200, text);
  }

  CommandLineRun run(String... more) {
    return reading("", more);
  }

  CommandLineRun reading(String in, String... more) {
    clock = new MovedClock(START);
    List<String> args =
        new ArrayList<>(List.of("wait", "--pr", "7", "--sha", ShownApplication.SHA));
    args.addAll(List.of(more));
    args.addAll(List.of("--gitops-url", "file://" + gitops.directory()));
    Command command = new WaitCommand(console -> settings);
    return CommandLineRun.of(
        List.of(command), clock, clock::move, env, in, directory, args.toArray(String[]::new));
  }

  Duration slept() {
    return Duration.between(START, clock.instant());
  }

  CommandLineRun golden(String name, CommandLineRun run, String... more) {
    String[] args = Stream.concat(Stream.of("wait"), Arrays.stream(more)).toArray(String[]::new);
    GoldenFiles.verifyFile(Path.of("cli", "wait", name + ".txt"), run.transcript(args));
    return run;
  }

  @Override
  public void close() {
    edge.close();
  }
}
