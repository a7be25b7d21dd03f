package dev.mayfly.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Result.Outcome;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.HttpAccess.Limits;
import dev.mayfly.http.ProxyRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may not come is refused; that nobody answers shows something only where others do. */
class NetworkProofTest {
  private static final String HOST = "7.pr.example.dev";
  @TempDir Path folder;
  private Edge edge;

  @BeforeEach
  void start() throws Exception {
    edge = new Edge(folder);
    edge.host(HOST, Edge.status(403));
    edge.host(Edge.SIBLING, Edge.status(403));
  }

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void aRefusalFromOutsideIsTheProof() {
    Report report = probe();
    assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(report.guard().words())
        .isEqualTo("closed to everybody outside `203.0.113.0/24`, `office-vpn`");
  }

  @Test
  void fromNobodyKnowsWhereNothingIsShownAndNothingAsked() {
    Report report =
        new AccessProbe(guard(""), GuardCredentials.NONE, edge.settings(), false)
            .run(List.of(HOST));
    assertThat(report.outcome()).isEqualTo(Outcome.UNVERIFIABLE);
    assertThat(report.problems()).hasSize(2);
    assertThat(edge.seen()).isEmpty();
  }

  @Test
  void anyOtherAnswerIsAnOpenHost() {
    for (int status : new int[] {200, 302, 401, 404, 503}) {
      edge.host(HOST, Edge.status(status));
      Result result = probe().results().getFirst();
      assertThat(result.outcome()).as("" + status).isEqualTo(Outcome.FAILED);
      assertThat(result.message()).contains("answers " + status + " to somebody outside");
    }
    edge.host(HOST, Edge.status(403));
    edge.host(Edge.SIBLING, Edge.status(404));
    assertThat(probe().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(probe().problems().getFirst().hint()).contains("`exposure.access.catchAll`");
  }

  @Test
  void aProxyThatDoesNotGetThereRefusesForNobody() {
    edge.gone(HOST);
    Result result = probe().results().getFirst();
    assertThat(result.outcome()).isEqualTo(Outcome.UNVERIFIABLE);
    assertThat(result.message()).contains("a proxy stands between");
  }

  @Test
  void silenceIsARefusalWhereAnotherHostIsHeard() throws IOException {
    String closed = closedPort();
    String heard = "127.0.0.1:" + edge.port();
    assertThat(direct(closed, heard).outcome()).isEqualTo(Outcome.PASSED);
    Result deaf = direct(closed, closed);
    assertThat(deaf.outcome()).isEqualTo(Outcome.UNREACHABLE);
    assertThat(deaf.message()).startsWith("neither `" + closed + "` nor ");
    assertThat(direct(closed, "").outcome()).isEqualTo(Outcome.UNVERIFIABLE);
    assertThat(direct("nobody.invalid", heard).outcome()).isEqualTo(Outcome.UNVERIFIABLE);
    // The certificate is none for an address, but somebody answers.
    assertThat(direct(heard, heard).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void packetsThatAreDroppedAreARefusal() throws IOException {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<Socket> waiting = new ArrayList<>();
      try {
        boolean dropped = false;
        while (!dropped && waiting.size() < 16) {
          Socket socket = new Socket();
          waiting.add(socket);
          dropped = !connects(socket, full.getLocalPort());
        }
        assertThat(dropped).as("a full queue takes no connection").isTrue();
        Result result = direct("127.0.0.1:" + full.getLocalPort(), "127.0.0.1:" + edge.port());
        assertThat(result.message()).isEqualTo("refused: nobody takes the connection");
      } finally {
        for (Socket socket : waiting) {
          socket.close();
        }
      }
    }
  }

  @Test
  void whoAcceptsAndSaysNothingRefusesNobody() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      Result result = direct("127.0.0.1:" + silent.getLocalPort(), "127.0.0.1:" + edge.port());
      assertThat(result.outcome()).isEqualTo(Outcome.UNREACHABLE);
      assertThat(result.message()).endsWith("takes the connection and says nothing");
    }
  }

  private static boolean connects(Socket socket, int port) {
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Result direct(String host, String known) {
    HttpAccess settings = edge.settings();
    HttpAccess direct =
        new HttpAccess(
            ProxyRules.NONE,
            settings.authorities(),
            // The time to connect holds for the handshake too, which a busy machine takes long for.
            new Limits(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(60)),
            settings.clock(),
            settings.sleeper(),
            settings.random(),
            settings.activity());
    return new AccessProbe(guard(known), GuardCredentials.NONE, direct, true)
        .run(List.of(host))
        .results()
        .getFirst();
  }

  private Report probe() {
    return new AccessProbe(guard(""), GuardCredentials.NONE, edge.settings(), true)
        .run(List.of(HOST));
  }

  private static NamedNetworks guard(String known) {
    return new NamedNetworks(
        Team.DOMAIN,
        List.of("203.0.113.0/24", "office-vpn"),
        known.isEmpty() ? Optional.empty() : Optional.of(known));
  }

  private static String closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + socket.getLocalPort();
    }
  }
}
