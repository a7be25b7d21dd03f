package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.StubServer.Fault;
import dev.mayfly.git.GitServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens are nowhere: not in what is printed, not in Git, not at the forge, not on the disk. */
class CanaryTest {
  private static final String FORGE = DeliveryWorld.TOKEN;
  private static final String GIT = "glpat-cAnArY1234567890";

  @TempDir Path temp;

  @Test
  void tokensAreNeverWrittenAnywhere() throws Exception {
    List<String> said = new ArrayList<>();
    try (DeliveryWorld world = DeliveryWorld.proposing(temp);
        GitServer server = GitServer.serving(temp)) {
      world.env.put("MAYFLY_GIT_TOKEN", GIT);
      world.env.put("GITHUB_ACTIONS", "true");
      world.env.put("MAYFLY_DEBUG", "true");
      String basic =
          Base64.getEncoder()
              .encodeToString(("x-access-token:" + GIT).getBytes(StandardCharsets.UTF_8));
      server.token = "Basic " + basic;
      world.gitopsUrl = server.address() + "/acme/gitops.git";
      world.pull(7);
      for (Fault fault : new Fault[] {Fault.UNAUTHORIZED, Fault.HTML, Fault.TRUNCATED}) {
        world.host.server().breakAt(0, fault, true);
        say(said, world.open(7), world.close(7), world.admit(7, "--label"), world.sync("--apply"));
      }
      world.host.server().heal();
      say(said, world.open(7, "-o", "json"), world.run("status"), world.sync("--apply"));
      server.statuses = request -> 403;
      say(said, world.open(7), world.run("status"));
      server.statuses = request -> 0;
      world.app().pulls.get(7).state = "closed";
      say(said, world.close(7));
      assertThat(server.authorizations()).contains("Basic " + basic);
      said.addAll(world.host.server().requests());
      world.app().comments.forEach(comment -> said.add(comment.body()));
      world.changes().pulls.values().forEach(change -> said.add(change.title + change.body));
      said.add(world.gitops.run("log", "--all", "--format=%B%an%ae%cn%ce"));
      for (String secret : List.of(FORGE, GIT, basic)) {
        assertThat(said).noneMatch(text -> text.contains(secret));
        assertThat(files()).noneMatch(text -> text.contains(secret));
      }
    }
  }

  private static void say(List<String> said, CommandLineRun... runs) {
    for (CommandLineRun run : runs) {
      said.add(run.out());
      said.add(run.err());
    }
  }

  private List<String> files() throws Exception {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(temp)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }
}
