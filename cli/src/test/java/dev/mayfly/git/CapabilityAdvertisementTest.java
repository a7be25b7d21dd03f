package dev.mayfly.git;

import static dev.mayfly.git.Deliveries.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.preview.CommitSha;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server can is heard once; what it has is asked for each time. */
class CapabilityAdvertisementTest extends OverHttp {
  private static final String FETCH = "info/refs?service=git-upload-pack";
  private static final String NEW = "000eversion 2\n0015agent=git/2.47.0\n0000";
  private final CapabilityAdvertisement advertisement = new CapabilityAdvertisement();

  private static URL url(String rest) throws IOException {
    return URI.create("https://git.example.dev/acme/gitops.git/" + rest).toURL();
  }

  private String read(String answer, String encoding) throws IOException {
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    try (InputStream in =
        advertisement.keep(url(FETCH), new ByteArrayInputStream(bytes), encoding)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private long said() {
    return server.requests.stream().filter(it -> it.contains("service=git-upload-pack")).count();
  }

  @ParameterizedTest
  @ValueSource(strings = {NEW, "001e# service=git-upload-pack\n0000" + NEW})
  void isKeptOfVersionTwo(String answer) throws Exception {
    assertThat(advertisement.again(url(FETCH))).isNull();
    assertThat(read(answer, null)).isEqualTo(answer);
    HttpConnection again = advertisement.again(url(FETCH));
    assertThat(again).isNotNull();
    assertThat(advertisement.again(url("info/refs?service=git-receive-pack"))).isNull();
    for (int time = 0; time < 2; time++) {
      assertThat(again.getInputStream()).hasContent(answer);
    }
    assertThat(again.getResponseCode()).isEqualTo(200);
  }

  /** An older server lists refs, and nobody may have to trust that an answer is small. */
  @Test
  void isNotKeptOfAnyOther() throws Exception {
    String old =
        "001e# service=git-upload-pack\n0000" + "00a0" + "1".repeat(40) + " refs/heads/main";
    for (String answer : new String[] {old, "", "x" + NEW, NEW + "x".repeat(16 * 1024)}) {
      assertThat(read(answer, null)).isEqualTo(answer);
      assertThat(advertisement.again(url(FETCH))).isNull();
    }
    assertThat(read(NEW, "gzip")).isEqualTo(NEW);
    assertThat(advertisement.again(url(FETCH))).isNull();
  }

  @Test
  void isNoOtherAnswer() throws Exception {
    InputStream other = new ByteArrayInputStream(NEW.getBytes(StandardCharsets.UTF_8));
    assertThat(advertisement.keep(url("git-upload-pack"), other, null)).isSameAs(other);
    assertThat(advertisement.again(url(FETCH))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    FETCH + ", true",
    "info/refs?service=git-receive-pack, false",
    "info/refs, false",
    "git-upload-pack?service=git-upload-pack, false"
  })
  void isWhatAFetchAsksFor(String rest, boolean asked) throws Exception {
    assertThat(CapabilityAdvertisement.isAskedBy(url(rest))).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 2"})
  void refsAreReadAnewAllTheSame(boolean versionTwo, int times) {
    server.versionTwo = versionTwo;
    try (RemoteRepository remote = open()) {
      for (int commit = 0; commit < 2; commit++) {
        String tip = git.commit("main", Map.of("file", "x" + commit));
        assertThat(remote.require(MAIN).commit()).isEqualTo(new CommitSha(tip));
      }
    }
    assertThat(said()).isEqualTo(times);
  }
}
