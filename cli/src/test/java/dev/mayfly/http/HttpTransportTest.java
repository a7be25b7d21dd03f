package dev.mayfly.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.http.Answer.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One request to servers that mean ill. */
class HttpTransportTest {
  private final HttpBench bench = new HttpBench();

  private Answer sent(RawServer server, int most) {
    return HttpBench.sent(bench.access(), Request.get(server.url("/")).atMost(most));
  }

  private static Answer silence(Reason reason) {
    return new Answer.Silence(reason);
  }

  private static String body(Answer answer) {
    return new String(((Answer.Response) answer).body(), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({"9, true", "10, true", "11, false", "100000, false"})
  void aBodyHasAsMuchAsIsReadOrIsTooLarge(int length, boolean read) {
    String body = "x".repeat(length);
    for (String header : List.of("Content-Length: " + length, "Connection: close")) {
      try (RawServer server = RawServer.saying("HTTP/1.1 200 OK", header, "", body)) {
        Answer answer = sent(server, 10);
        if (read) {
          assertThat(body(answer)).isEqualTo(body);
        } else {
          assertThat(answer).isEqualTo(silence(Reason.TOO_LARGE));
        }
      }
    }
  }

  @Test
  void chunksWithoutAnEndEndAndTheConnectionWithThem() throws InterruptedException {
    String chunk = "1000\r\n" + "x".repeat(0x1000);
    CountDownLatch hungUp = new CountDownLatch(1);
    try (RawServer server =
            new RawServer((request, out) -> {
              RawServer.say(out, "HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "");
              try {
                while (true) {
                  RawServer.say(out, chunk, "");
                }
              } finally {
                hungUp.countDown();
              }
            });
        HttpTransport transport = HttpTransport.strict(bench.access())) {
      assertThat(transport.send(Request.get(server.url("/")).atMost(1 << 16)))
          .isEqualTo(silence(Reason.TOO_LARGE));
      assertThat(hungUp.await(20, TimeUnit.SECONDS)).as("nobody listens any more").isTrue();
    }
  }

  @Test
  void aBodyThatNobodyWantsIsNotWaitedFor() {
    try (RawServer server =
        new RawServer((request, out) -> {
          RawServer.say(out, "HTTP/1.1 403 No", "Content-Length: 1000", "", "x");
          drip(out);
        })) {
      Answer answer = HttpBench.sent(bench.access(), Request.headersOnly("GET", server.url("/")));
      assertThat(answer.words()).isEqualTo("403");
      assertThat(body(answer)).isEmpty();
    }
    assertThat(bench.details).singleElement().asString().endsWith("/: 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"})
  void aSlowDripIsNotWaitedFor(String head) {
    try (RawServer server =
        new RawServer((request, out) -> {
          RawServer.say(out, head);
          drip(out);
        })) {
      Instant before = Instant.now();
      Answer answer =
          HttpBench.sent(
              bench.access(Duration.ofMillis(400), Duration.ofMinutes(1)),
              Request.get(server.url("/")));
      assertThat(answer).isEqualTo(silence(Reason.TIME_OUT));
      assertThat(Duration.between(before, Instant.now()))
          .isBetween(Duration.ofMillis(390), Duration.ofSeconds(40));
    }
  }

  private static void drip(OutputStream out) throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      RawServer.say(out, "x");
      Thread.sleep(50);
    }
  }

  @Test
  void anAnswerIsWaitedForNoLongerThanTheBudgetLasts() {
    try (RawServer server = new RawServer((request, out) -> drip(out))) {
      Request request = Request.get(server.url("/"));
      assertThat(
              HttpBench.sent(bench.access(Duration.ofMinutes(1), Duration.ofSeconds(2)), request))
          .isEqualTo(silence(Reason.TIME_OUT));
      assertThat(server.requests()).hasSize(1);
      assertThat(HttpBench.sent(bench.access(Duration.ofMinutes(1), Duration.ZERO), request))
          .isEqualTo(silence(Reason.BUDGET_SPENT));
      assertThat(server.requests()).as("nothing is sent any more").hasSize(1);
    }
  }

  @Test
  void aCutIsNoAnswer() {
    for (String head :
        List.of("", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx", "no HTTP at all\r\n\r\n")) {
      try (RawServer server = RawServer.saying(head)) {
        assertThat(sent(server, 100)).as(head).isEqualTo(silence(Reason.CUT));
      }
    }
  }

  @Test
  void nobodyThereIsNotTheSame() {
    RawServer server = RawServer.saying("");
    server.close();
    assertThat(sent(server, 100)).isEqualTo(silence(Reason.NOT_CONNECTED));
    assertThat(HttpBench.sent(bench.access(), Request.get("http://nobody.invalid/")))
        .isEqualTo(silence(Reason.UNKNOWN_HOST));
  }

  @Test
  void whatIsPackedStaysPacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(new byte[1 << 20]);
    }
    String body = packed.toString(StandardCharsets.ISO_8859_1);
    try (RawServer server =
        RawServer.saying(
            "HTTP/1.1 200 OK",
            "Content-Encoding: gzip",
            "Content-Length: " + packed.size(),
            "",
            body)) {
      assertThat(body(sent(server, 1 << 12))).isEqualTo(body);
      assertThat(server.requests().getFirst()).doesNotContain("accept-encoding");
    }
  }

  @Test
  void aRedirectIsAnAnswerAndIsNotFollowed() {
    try (RawServer elsewhere = RawServer.saying("HTTP/1.1 200 OK", "Content-Length: 0", "", "");
        RawServer server =
            RawServer.saying(
                "HTTP/1.1 302 Found",
                "Location: " + elsewhere.url("/"),
                "Content-Length: 0",
                "",
                "")) {
      Answer answer = HttpBench.sent(bench.access(), HttpBench.asAda(server.url("/")));
      assertThat(answer.words()).isEqualTo("302");
      assertThat(elsewhere.requests()).isEmpty();
      try (HttpTransport anonymous = HttpTransport.anonymous(bench.access())) {
        assertThat(anonymous.send(Request.get(server.url("/"))).words()).isEqualTo("200");
        assertThat(elsewhere.requests()).hasSize(1);
        assertThatThrownBy(() -> anonymous.send(HttpBench.asAda(server.url("/"))))
            .isInstanceOf(IllegalStateException.class);
      }
      assertThat(elsewhere.requests()).hasSize(1);
    }
  }

  @Test
  void aSecretIsSentAndNeverTold() {
    try (RawServer server = RawServer.saying("HTTP/1.1 200 OK", "Content-Length: 2", "", "{}")) {
      HttpBench.sent(
          bench.access(), HttpBench.asAda(server.url("/ada-s3cret?q=ada-s3cret&page=2")));
      assertThat(server.requests().getFirst()).contains("authorization: bearer ada-s3cret\r\n");
      assertThat(bench.details)
          .containsExactly("GET " + server.url("/***?q=***&page=2: 200, 2 bytes"));
    }
  }
}
