package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.git.GitServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code -v} and {@code --debug} say of a delivery to real servers. */
class VerboseRunTest {
  @TempDir Path temp;

  @Test
  void everyRequestAndRefIsALine() {
    try (DeliveryWorld world = DeliveryWorld.proposing(temp);
        GitServer server = GitServer.serving(temp)) {
      world.gitopsUrl = server.address() + "/acme/gitops.git";
      world.pull(7);
      String gitops = server.address().replace("http://", "") + "/acme/gitops";
      String tip = world.gitops.run("rev-parse", "main").strip();
      List<String> lines = world.open(7, "-v").err().lines().toList();
      assertThat(lines)
          .contains("  0.00 s  fetching " + gitops + ", refs/heads/main is " + tip)
          .contains(
              "  0.00 s  pushing to "
                  + gitops
                  + ", mayfly/orders/pr-7, refs/mayfly/slots/primitives landed")
          .contains("  0.00 s  asking 127.0.0.1: POST /repos/acme/gitops/pulls, 201")
          .allMatch(line -> line.startsWith("  0.00 s  "));

      world.push(world.app().pulls.get(7));
      String old = world.gitops.run("rev-parse", "mayfly/orders/pr-7").strip();
      List<String> requests = world.open(7, "--debug").err().lines().toList();
      String tipNow = world.gitops.run("rev-parse", "mayfly/orders/pr-7").strip();
      assertThat(requests)
          .contains(
              "  refs/heads/mayfly/orders/pr-7 is " + old,
              "  refs/heads/mayfly/orders/pr-7 from " + old + " to " + tipNow)
          .anyMatch(
              line -> line.matches("  POST http://127.*/acme/gitops.git/git-upload-pack: 200"))
          .anyMatch(
              line -> line.matches("  GET http://.*/pulls\\?.*head=\\*\\*\\*.*: 200, \\d+ bytes"));
    }
  }

  @Test
  void retriesAreSaid() {
    try (DeliveryWorld world = DeliveryWorld.proposing(temp);
        GitServer server = GitServer.serving(temp)) {
      world.gitopsUrl = server.address() + "/acme/gitops.git";
      int[] left = {1};
      server.statuses = request -> left[0]-- > 0 ? 503 : 0;
      assertThat(world.run("status", "--debug").err())
          .contains("/info/refs?service=***: 503", "  again, after try 1: ", " is ");
      assertThat(world.run("status").err()).isEmpty();
    }
  }
}
