package dev.mayfly.command;

import dev.mayfly.diagnostic.Sleeper;
import dev.mayfly.forge.GiteaServer;
import dev.mayfly.forge.GiteaUser;
import dev.mayfly.git.GitCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * All that a delivery touches at a real Gitea, in an organization of its own. {@code bot} runs
 * Mayfly and looks after the app's repository, {@code mara} may write to it, {@code jo} to none.
 */
final class GiteaWorld {
  private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();

  final GiteaServer server = GiteaServer.running();

  /** Where Mayfly reaches it. */
  URI front = server.url();

  /** How Mayfly waits for it. */
  Sleeper sleeper = Thread::sleep;

  final GiteaUser root = server.root();
  final String owner = "acme" + ORGANIZATIONS.incrementAndGet();
  final String app = owner + "/primitives";
  final String gitops = owner + "/gitops";
  final Map<String, String> env = new HashMap<>();
  final GitCommand source;
  private final GitCommand platform;
  private final Path directory;
  private int commits;
  private int deleted;

  private GiteaWorld(Path temp) {
    source = GitCommand.bare(temp.resolve("source.git"));
    platform = GitCommand.bare(temp.resolve("platform.git"));
    directory = temp.resolve("elsewhere");
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first example's platform, with these changes. */
  static GiteaWorld of(Path temp, UnaryOperator<String> edit) {
    GiteaWorld world = new GiteaWorld(temp);
    world.root.made("/orgs", Map.of("username", world.owner));
    for (String repository : List.of(world.app, world.gitops)) {
      String name = repository.substring(repository.indexOf('/') + 1);
      world.root.made("/orgs/" + world.owner + "/repos", Map.of("name", name));
      // Gitea tells only an administrator what others may do in a repository.
      world.permit("bot", repository, repository.equals(world.app) ? "admin" : "write");
      for (String label : List.of("preview", "no-preview")) {
        world.root.made(
            "/repos/" + repository + "/labels", Map.of("name", label, "color", "#00aabb"));
      }
    }
    world.permit("mara", world.app, "write");
    world.source.commit("main", DeliveryWorld.exampleBundle());
    world.source.run("push", "--quiet", world.root.remote(world.app), "main");
    world.platform(edit.apply(world.example()));
    for (String repository : List.of(world.app, world.gitops)) {
      // Before Gitea has noticed the first push it takes no pull requests.
      eventually(
          () -> "false".equals(world.root.get("/repos/" + repository).object().textAt("empty")));
    }
    world.tokens("write:repository", "write:issue", "read:user");
    return world;
  }

  private String example() {
    return Examples.platform("primitives")
        .replaceFirst("# yaml-language-server.*\n", "")
        .replace("acme/primitives", app)
        .replace("https://github.com/acme/gitops.git", "https://127.0.0.1/" + gitops + ".git")
        .replace("kind: github", "kind: gitea")
        .replace("url: https://github.com", "url: " + server.url());
  }

  /** Commits this platform to the GitOps repository. */
  void platform(String text) {
    String remote = root.remote(gitops);
    if (!root.get("/repos/" + gitops + "/branches/main").object().has("message")) {
      platform.run("fetch", "--quiet", "--update-head-ok", remote, "+main:main");
    }
    platform.commit("main", Map.of("mayfly.yaml", text));
    platform.run("push", "--quiet", remote, "main");
  }

  void editPlatform(UnaryOperator<String> edit) {
    platform(edit.apply(platform.text("main", "mayfly.yaml") + "\n"));
  }

  /** What Mayfly may do at the forge, for both of its tokens. */
  void tokens(String... scopes) {
    String token = server.user("bot").token(List.of(scopes));
    env.put("MAYFLY_FORGE_TOKEN", token);
    env.put("MAYFLY_GIT_TOKEN", token);
  }

  void permit(String user, String repository, String permission) {
    root.does(
        "PUT", "/repos/" + repository + "/collaborators/" + user, Map.of("permission", permission));
  }

  /** A labelled pull request of Mara's, whose image is pinned; its number. */
  int pull() {
    int number = pull("mara", app, "change-" + commits, "Add a page");
    label(number, true);
    return number;
  }

  /** A pull request of this author from a branch of this repository, without a label. */
  int pull(String author, String repository, String branch, String title) {
    push(author, repository, branch);
    String head = repository.equals(app) ? branch : author + ":" + branch;
    return (int)
        number(
            server
                .user(author)
                .made(
                    "/repos/" + app + "/pulls",
                    Map.of("title", title, "head", head, "base", "main"))
                .object()
                .textAt("number"));
  }

  private static long number(String text) {
    return Long.parseLong(String.valueOf(text));
  }

  /** Another commit on a branch, with an image of its own. */
  String push(String author, String repository, String branch) {
    String commit = source.commit(branch, "main", DeliveryWorld.change(++commits));
    source.run("push", "--quiet", server.user(author).remote(repository), branch);
    return commit;
  }

  String branch(int number) {
    return String.valueOf(pullRequest(app, number).object().textAt("head", "ref"));
  }

  void label(int number, boolean set) {
    String labels = "/repos/" + app + "/issues/" + number + "/labels";
    if (set) {
      root.made(labels, Map.of("labels", List.of("preview")));
    } else {
      root.does("DELETE", labels, Map.of());
    }
  }

  void state(String repository, int number, String state) {
    root.does("PATCH", "/repos/" + repository + "/pulls/" + number, Map.of("state", state));
  }

  GiteaUser.Answer pullRequest(String repository, int number) {
    return root.get("/repos/" + repository + "/pulls/" + number);
  }

  /** The numbers of the open GitOps pull requests. */
  List<Integer> changes() {
    return root.get("/repos/" + gitops + "/pulls?state=open").objects().stream()
        .map(change -> (int) number(change.textAt("number")))
        .sorted()
        .toList();
  }

  /** Merges as a person does who tries again while Gitea looks for conflicts (405). */
  void merge(int change, String how) {
    String path = "/repos/" + gitops + "/pulls/" + change + "/merge";
    eventually(() -> root.send("POST", path, Map.of("Do", how)).status() == 200);
  }

  /** Waits for what Gitea does by itself in a queue. */
  static void eventually(BooleanSupplier done) {
    for (int i = 0; !done.getAsBoolean(); i++) {
      if (i == 600) {
        throw new IllegalStateException("it does not come");
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  /** What everybody said on a pull request of the app. */
  List<String> comments(int number) {
    return root.get("/repos/" + app + "/issues/" + number + "/comments").objects().stream()
        .map(comment -> String.valueOf(comment.textAt("body")))
        .toList();
  }

  List<String> branches() {
    return root.get("/repos/" + gitops + "/branches").objects().stream()
        .map(branch -> String.valueOf(branch.textAt("name")))
        .sorted()
        .toList();
  }

  boolean hasOverlay(int number) {
    String path = "/contents/previews/orders/pr-" + number + "/preview.yaml";
    return root.get("/repos/" + gitops + path).status() == 200;
  }

  CommandLineRun event(String command, String action, int number, String... more) {
    try {
      Path file = Files.createTempFile(directory, "event", ".json");
      Files.writeString(
          file,
          "{\"action\": \"%s\", \"number\": %d, \"pull_request\": %s, \"repository\": {\"full_name\": \"%s\"}}"
              .formatted(action, number, pullRequest(app, number).body(), app));
      List<String> args = new ArrayList<>(List.of(command, "--event", file.toString()));
      args.addAll(List.of("--app-url", front + "/" + app + ".git"));
      args.addAll(List.of(more));
      return run(args);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CommandLineRun open(int number, String... more) {
    return event("open", "synchronized", number, more);
  }

  CommandLineRun close(int number, String... more) {
    return event("close", "closed", number, more);
  }

  CommandLineRun sync() {
    return run(List.of("sync", "--apply", "--app-url", front + "/" + app + ".git"));
  }

  CommandLineRun run(List<String> args) {
    List<String> all = new ArrayList<>(args);
    all.addAll(List.of("--gitops-url", front + "/" + gitops + ".git"));
    Set<String> gone = server.branches(gitops);
    CommandLineRun run = CommandLineRun.at(Clock.systemUTC(), sleeper, env, directory, all);
    gone.removeAll(server.branches(gitops));
    if (!gone.isEmpty()) {
      deleted += gone.size();
      eventually(() -> deletionsTaken() >= deleted);
    }
    return run;
  }

  /**
   * Gitea takes the end of a branch from a queue, and closes what was opened from one of that name
   * meanwhile. Nobody opens a preview again so fast, but a test on a busy machine does.
   */
  private long deletionsTaken() {
    String feed = "/repos/" + gitops + "/activities/feeds?limit=50";
    return root.get(feed).objects().stream()
        .filter(entry -> "delete_branch".equals(entry.textAt("op_type")))
        .count();
  }
}
