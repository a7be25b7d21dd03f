package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.composition.Connections;
import dev.mayfly.git.GitServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One token for the GitOps repository and one for the app's, as the shipped workflows have it. */
class TwoTokensTest {
  private static final String GIT = "ghp_GiTOpS123456";

  @TempDir Path temp;
  private DeliveryWorld world;

  @BeforeEach
  void start() {
    world = DeliveryWorld.proposing(temp);
    world.pull(7);
    world.env.put(Connections.GIT_TOKEN, GIT);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static String basic(String token) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(("x-access-token:" + token).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void eachRepositoryIsSpokenToWithItsOwn() {
    world.host.server().guard("/repos/" + DeliveryWorld.GITOPS + "/", GIT);
    world.host.server().guard("/repos/" + DeliveryWorld.APP + "/", DeliveryWorld.TOKEN);
    CommandLineRun opened = world.open(7);
    assertThat(opened.code()).as(opened.err()).isZero();
    assertThat(world.openChanges()).isEqualTo(1);
    assertThat(world.app().comments).hasSize(1);
    CommandLineRun swept = world.sync("--apply");
    assertThat(swept.code()).as(swept.err()).isZero();
    world.app().pulls.get(7).state = "closed";
    CommandLineRun closed = world.close(7);
    assertThat(closed.code()).as(closed.err()).isZero();
    assertThat(closed.err()).isEmpty();
    assertThat(world.openChanges()).isZero();
  }

  private List<String> seenByTheAppsServer(String host) {
    try (GitServer server = GitServer.serving(temp)) {
      String url = server.address().replace("127.0.0.1", host) + "/acme/primitives.git";
      List<String> args = new ArrayList<>(world.eventArguments("open", "synchronize", 7));
      args.set(args.size() - 1, url);
      CommandLineRun opened = world.run(args.toArray(String[]::new));
      assertThat(opened.code()).as(opened.err()).isZero();
      assertThat(server.requests).isNotEmpty();
      return server.authorizations();
    }
  }

  @Test
  void theForgesTokenReadsTheAppsRepositoryAtTheForge() {
    assertThat(seenByTheAppsServer("127.0.0.1")).containsOnly(basic(DeliveryWorld.TOKEN));
  }

  @Test
  void theGitTokenReadsItWhereItsOwnHostIsAndThereIsNoOther() {
    world.env.remove(Connections.FORGE_TOKEN);
    world.env.put(Connections.GIT_TOKEN, GIT);
    assertThat(seenByTheAppsServer("127.0.0.1")).containsOnly(basic(GIT));
  }

  @Test
  void noTokenMeetsAThirdHost() {
    assertThat(seenByTheAppsServer("localhost")).containsOnly("");
  }
}
