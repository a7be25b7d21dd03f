package dev.mayfly.git;

import static dev.mayfly.git.Deliveries.MAIN;
import static dev.mayfly.git.Deliveries.deliver;
import static dev.mayfly.git.Deliveries.overlay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CompareAndSwapLoop.Result;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading from and writing to a real sshd. */
@Tag("slow")
class SshRemoteTest {
  @TempDir static Path shared;
  private static SshServer server;
  @TempDir Path temp;

  @BeforeAll
  static void start() throws Exception {
    server = SshServer.start(shared.resolve("sshd"));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  private GitCommand repository() {
    GitCommand git = GitCommand.bare(temp.resolve("gitops.git"));
    git.commit("main", Map.of("mayfly.yaml", "x\n"));
    return git;
  }

  private RemoteRepository open(SshAccess access) {
    return RemoteRepository.open(
        server.url(temp.resolve("gitops.git")),
        Deliveries.access().with(access),
        temp,
        Deliveries.retry());
  }

  private SshAccess withKey(String host, String user) throws Exception {
    return new SshAccess(server.knownHosts(host), Optional.of(server.key(user)), Optional.empty());
  }

  @Test
  void deliversWithAKnownHostAndAKey() throws Exception {
    GitCommand git = repository();
    try (RemoteRepository remote = open(withKey("host", "user"))) {
      assertThat(remote.require(MAIN).read(TreePath.of("mayfly.yaml"), 10)).isPresent();
      assertThat(deliver(remote, overlay(7, "x"))).isInstanceOf(Result.Delivered.class);
    }
    assertThat(git.paths("main")).contains("previews/orders/pr-7/preview.yaml");
  }

  @Test
  void refusesAHostThatIsNotKnownOrHasAnotherKeyAndLearnsNothing() throws Exception {
    repository();
    Path empty = Files.createFile(temp.resolve("empty"));
    SshAccess unknown = new SshAccess(empty, Optional.of(server.key("user")), Optional.empty());
    for (SshAccess access : List.of(unknown, withKey("stranger", "user"))) {
      String before = Files.readString(access.knownHosts());
      try (RemoteRepository remote = open(access)) {
        assertThatThrownBy(() -> remote.require(MAIN)).isInstanceOf(ProblemsException.class);
      }
      assertThat(access.knownHosts()).hasContent(before);
    }
  }

  @Test
  void isTurnedAwayWithAKeyThatTheServerDoesNotKnow() throws Exception {
    repository();
    try (RemoteRepository remote = open(withKey("host", "stranger"))) {
      assertThatThrownBy(() -> remote.require(MAIN)).isInstanceOf(ProblemsException.class);
    }
  }

  @Test
  void saysWhatSshNeeds() {
    repository();
    try (RemoteRepository remote = Deliveries.open(server.url(temp.resolve("gitops.git")), temp)) {
      assertThatThrownBy(() -> remote.require(MAIN))
          .isInstanceOfSatisfying(
              ProblemsException.class,
              e -> assertThat(e.problems().getFirst().id()).isEqualTo("ssh-access"));
    }
  }

  @Test
  void usesTheKeysOfAnAgent() throws Exception {
    GitCommand git = repository();
    Path socket = temp.resolve("agent");
    Process agent =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      for (int i = 0; i < 200 && !Files.exists(socket); i++) {
        Thread.sleep(25);
      }
      ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", server.key("user").toString());
      add.environment().put("SSH_AUTH_SOCK", socket.toString());
      assertThat(add.inheritIO().start().waitFor()).isZero();
      SshAccess access =
          new SshAccess(server.knownHosts("host"), Optional.empty(), Optional.of(socket));
      try (RemoteRepository remote = open(access)) {
        assertThat(deliver(remote, overlay(7, "x"))).isInstanceOf(Result.Delivered.class);
      }
    } finally {
      agent.destroy();
      agent.waitFor();
    }
    assertThat(git.paths("main")).contains("previews/orders/pr-7/preview.yaml");
  }

  @Test
  void doesNotWaitForEverForAnAgent() throws Exception {
    repository();
    Path socket = temp.resolve("silent");
    try (ServerSocketChannel agent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      agent.bind(UnixDomainSocketAddress.of(socket));
      SshAccess access =
          new SshAccess(server.knownHosts("host"), Optional.empty(), Optional.of(socket));
      RemoteAccess impatient = Deliveries.access().with(access).withSilence(Duration.ofSeconds(2));
      try (RemoteRepository remote =
          RemoteRepository.open(
              server.url(temp.resolve("gitops.git")), impatient, temp, Deliveries.retry())) {
        assertThatThrownBy(() -> remote.require(MAIN)).isInstanceOf(ProblemsException.class);
      }
    }
  }
}
