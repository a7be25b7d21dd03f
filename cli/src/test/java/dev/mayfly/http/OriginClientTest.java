package dev.mayfly.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.http.OriginClient.Astray;
import dev.mayfly.http.OriginClient.GivenUp;
import dev.mayfly.http.OriginClient.Outcome;
import dev.mayfly.http.OriginClient.TurnedAway;
import dev.mayfly.http.OriginClient.Way;
import dev.mayfly.yaml.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many requests to one server, which may fail, want rest or lead elsewhere. */
class OriginClientTest {
  private static final String TOKEN = "ada-s3cret";
  private static final Tree BODY = new Tree.Mapping(Map.of());
  private final HttpBench bench = new HttpBench();

  private static String[] status(int status, String header) {
    // A connection that ends unannounced may be taken for the next request, which is then cut.
    return new String[] {
      "HTTP/1.1 " + status + " X", "Connection: close", header, "Content-Length: 0", "", ""
    };
  }

  /** Answers one after the other with these statuses; the last one for ever. */
  private static RawServer answering(String header, int... statuses) {
    RawServer[] self = new RawServer[1];
    self[0] =
        new RawServer((request, out) -> {
          int nth = Math.min(self[0].requests().size(), statuses.length) - 1;
          RawServer.say(out, status(statuses[nth], header));
        });
    return self[0];
  }

  private Outcome get(RawServer server) {
    return bench.client(server, TOKEN).send(Request.get("/x?q=1"));
  }

  @Test
  void aServerThatFailsIsAskedAgainAndNotForEver() {
    try (RawServer server = answering("X: y", 503, 500, 502, 200)) {
      assertThat(((Answer) get(server)).words()).isEqualTo("200");
      assertThat(server.requests()).hasSize(4);
      assertThat(bench.pauses).hasSize(3);
      for (int i = 0; i < 3; i++) {
        assertThat(bench.pauses.get(i))
            .isBetween(Duration.ofMillis(500L << i), Duration.ofSeconds(1L << i));
      }
      assertThat(bench.details).contains("again, after try 2: `GET /x` at `127.0.0.1` answers 500");
    }
    try (RawServer server = answering("X: y", 503)) {
      assertThat(get(server))
          .isInstanceOfSatisfying(
              GivenUp.class,
              failed -> {
                assertThat(failed.attempts()).isEqualTo(4);
                assertThat(failed.words()).isEqualTo("answers 503");
                assertThat(failed.unsettled()).isFalse();
              });
      assertThat(server.requests()).hasSize(4);
    }
  }

  @Test
  void whatMayHaveCreatedSomethingIsNotSentAgain() {
    for (RawServer server : List.of(answering("X: y", 502), RawServer.saying(""))) {
      try (server) {
        assertThat(bench.client(server, TOKEN).send(Request.create("/x", BODY)))
            .isInstanceOfSatisfying(
                GivenUp.class, failed -> assertThat(failed.unsettled()).isTrue());
        assertThat(server.requests()).hasSize(1);
      }
      assertThat(bench.pauses).isEmpty();
    }
    RawServer gone = RawServer.saying("");
    gone.close();
    assertThat(bench.client(gone, TOKEN).send(Request.create("/x", BODY)))
        .isInstanceOfSatisfying(
            GivenUp.class,
            failed -> {
              assertThat(failed.attempts()).as("nobody was there to create it").isEqualTo(4);
              assertThat(failed.unsettled()).isFalse();
              assertThat(failed.words()).isEqualTo("gives no answer");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Retry-After: 7", "Retry-After: Sun, 22 Nov 2026 00:00:07 GMT"})
  void restIsGivenAsLongAsItIsWanted(String header) {
    for (int status : new int[] {429, 403}) {
      HttpBench fresh = new HttpBench();
      try (RawServer server = answering(header, status, 200)) {
        Outcome outcome = fresh.client(server, TOKEN).send(Request.create("/x", BODY));
        assertThat(((Answer) outcome).words()).isEqualTo("200");
        assertThat(fresh.pauses).containsExactly(Duration.ofSeconds(7));
        assertThat(fresh.details).contains("`127.0.0.1` wants 7 s of rest");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {60, 999999})
  void restThatOutlastsTheBudgetIsNotTaken(long seconds) {
    try (RawServer server = answering("Retry-After: " + seconds, 429, 200)) {
      assertThat(get(server)).isEqualTo(new TurnedAway(429, Duration.ofSeconds(seconds)));
      assertThat(server.requests()).hasSize(1);
    }
    try (RawServer server = answering("Retry-After: 59", 429, 200)) {
      assertThat(((Answer) get(server)).words()).as("this it outlasts not").isEqualTo("200");
    }
  }

  @Test
  void restIsNotGivenForEver() {
    try (RawServer server = answering("Retry-After: 0", 429)) {
      assertThat(get(server)).isEqualTo(new TurnedAway(429, Duration.ZERO));
      assertThat(server.requests()).hasSize(4);
    }
  }

  @Test
  void aRefusalIsAnAnswer() {
    try (RawServer server = answering("X: y", 403)) {
      assertThat(((Answer) get(server)).words()).isEqualTo("403");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void noRedirectLeadsTheSecretToAnotherHost() {
    try (RawServer elsewhere = RawServer.saying(status(200, "X: y"));
        RawServer server = answering("Location: " + elsewhere.url("/"), 307)) {
      assertThat(get(server)).isEqualTo(new Astray(Way.TO_ANOTHER_HOST, 307));
      assertThat(bench.client(server, TOKEN).send(Request.get(elsewhere.url("/y"))))
          .as("nor does an address that a server gave")
          .isEqualTo(new Astray(Way.TO_ANOTHER_HOST, 0));
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void redirectsWithinTheHostAreFollowedAndTheSecretIsNotTold() {
    try (RawServer server = answering("Location: /moved/" + TOKEN, 301, 200)) {
      assertThat(((Answer) get(server)).words()).isEqualTo("200");
      assertThat(server.requests())
          .hasSize(2)
          .allMatch(it -> it.contains("authorization: bearer ada-s3cret\r\n"));
      assertThat(bench.details.toString()).contains("/moved/***").doesNotContain(TOKEN);
    }
    try (RawServer server = answering("Location: /x", 302)) {
      assertThat(get(server)).isEqualTo(new Astray(Way.IN_CIRCLES, 302));
      assertThat(server.requests()).hasSize(6);
    }
  }

  @ParameterizedTest
  @CsvSource({"301, true", "302, true", "303, true", "307, false", "308, false"})
  void aWriteNeverBecomesARead(int status, boolean moved) {
    try (RawServer server = answering("Location: /y", status, 201)) {
      Outcome outcome = bench.client(server, TOKEN).send(Request.set("PUT", "/x", BODY));
      if (moved) {
        assertThat(outcome).isEqualTo(new Astray(Way.MOVED, status));
      } else {
        assertThat(((Answer) outcome).words()).isEqualTo("201");
        assertThat(server.requests().getLast()).startsWith("put /y ");
      }
    }
  }
}
