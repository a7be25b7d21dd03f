package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.StubPull;
import dev.mayfly.git.GitServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a run asks the Git server. What decides together comes of one answer, files of one
 * commit together; each request more is a way there and back for everybody whose server is far.
 */
class GitConversationsTest {
  @TempDir Path temp;

  /** So many requests from one word of the server on what it has or can to the next. */
  private static void asks(String expected, GitServer server, CommandLineRun run, int code) {
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    List<Integer> conversations = new ArrayList<>();
    for (String request : server.requests) {
      if (request.contains("/info/refs?")) {
        conversations.add(0);
      }
      conversations.set(conversations.size() - 1, conversations.getLast() + 1);
    }
    server.requests.clear();
    assertThat(conversations).as(run.out()).hasToString(expected);
  }

  private static void serve(DeliveryWorld world, GitServer server) {
    world.gitops.run("config", "uploadpack.allowFilter", "true");
    world.gitops.run("config", "uploadpack.allowAnySHA1InWant", "true");
    world.gitopsUrl = server.address() + "/acme/gitops.git";
  }

  /**
   * All refs with the trees, the policy, the overlay that is there; and the push. Whoever waits for
   * an Application that nobody sees asks once more, and reads the record.
   */
  @Test
  void whereChangesArePushed() throws Exception {
    try (DeliveryWorld world = DeliveryWorld.pushing(temp);
        GitServer server = GitServer.serving(temp)) {
      serve(world, server);
      StubPull pull = world.pull(7);
      asks("[5]", server, world.open(7, "--dry-run"), 0);
      asks("[5, 2]", server, world.open(7), 0);
      asks("[7]", server, world.open(7), 0);
      world.push(pull);
      asks("[7, 2]", server, world.open(7), 0);
      asks("[7]", server, world.run("status"), 0);
      asks("[7]", server, world.sync(), 0);
      asks("[7]", server, world.sync("--apply"), 0);
      world.editPlatform(text -> text.replace("pods: \"20\"", "pods: \"21\""));
      asks("[7, 3]", server, world.sync("--apply"), 0);
      asks("[8]", server, wait(world, pull), 4);
      asks("[6]", server, world.admit(7), 0);
      pull.state = "closed";
      asks("[7, 2]", server, world.close(7), 0);
      asks("[5]", server, world.close(7), 0);
    }
  }

  /** A new place is looked for in branches and GitOps branch once more, in this order. */
  @Test
  void whereChangesAreProposed() throws Exception {
    try (DeliveryWorld world = DeliveryWorld.proposing(temp);
        GitServer server = GitServer.serving(temp)) {
      serve(world, server);
      StubPull pull = world.pull(7);
      asks("[7, 2]", server, world.open(7), 0);
      asks("[7]", server, world.open(7), 0);
      world.push(pull);
      asks("[7, 2]", server, world.open(7), 0);
      asks("[7]", server, world.run("status"), 0);
      world.merge("mayfly/orders/pr-7");
      asks("[7, 2]", server, world.sync("--apply"), 0);
      asks("[8]", server, wait(world, pull), 4);
      pull.state = "closed";
      asks("[7, 2]", server, world.close(7), 0);
      asks("[7]", server, world.close(7), 0);
    }
  }

  /** Another writer costs one look and one push more, and what that look brings. */
  @Test
  void whoLosesARaceLooksOnce() {
    try (DeliveryWorld world = DeliveryWorld.pushing(temp);
        GitServer server = GitServer.serving(temp)) {
      serve(world, server);
      world.pull(7);
      server.beforePush =
          () -> {
            server.beforePush = () -> {};
            world.gitops.commit("main", Map.of("other", "x\n"));
          };
      asks("[5, 5, 2]", server, world.open(7), 0);
    }
  }

  private CommandLineRun wait(DeliveryWorld world, StubPull pull) throws Exception {
    Path none = Files.writeString(temp.resolve("none.json"), "{\"kind\": \"List\", \"items\": []}");
    return world.run("wait", "--pr", "7", "--sha", pull.sha, "--applications", none.toString());
  }
}
