package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.RemoteRepositoryException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a failed exchange, and whether it is tried again. */
class RemoteFailureTest {
  private static final RemoteUrl WEB = RemoteUrl.parse("https://github.com/acme/gitops.git");
  private static final RemoteUrl SSH = RemoteUrl.parse("git@github.com:acme/gitops.git");
  private static final RemoteUrl DISK = RemoteUrl.parse("file:///srv/gitops.git");
  private static final RemoteAccess ANONYMOUS = RemoteAccess.anonymous(InstantSource.system());
  private static final RemoteAccess TOKEN =
      ANONYMOUS.with(Credentials.forHostOf(WEB, "x", "s3cret".toCharArray()));

  @ParameterizedTest
  @CsvSource({
    "0, remote-unreachable, true, false",
    "200, remote-unreachable, true, false",
    "299, remote-unreachable, true, false",
    "300, remote-redirect, false, false",
    "301, remote-redirect, false, false",
    "399, remote-redirect, false, false",
    "400, remote-unreachable, true, false",
    "401, remote-credentials, false, true",
    "403, remote-forbidden, false, true",
    "404, repository-missing, false, false",
    "407, remote-proxy, false, false",
    "500, remote-unreachable, true, false",
    "503, remote-unreachable, true, false"
  })
  void aStatusDecides(int status, String id, boolean mayPass, boolean denied) {
    RemoteFailure failure = new RemoteFailure(WEB, ANONYMOUS, status, new IOException("no"));
    assertThat(problem(failure).id()).isEqualTo(id);
    assertThat(failure.mayPass()).isEqualTo(mayPass);
    assertThat(failure.denied()).isEqualTo(denied);
    assertThat(failure.isMissingObject()).isFalse();
  }

  @Test
  void nothingOnThisDiskPassesByItself() {
    assertThat(new RemoteFailure(DISK, ANONYMOUS, 0, new IOException("no")).mayPass()).isFalse();
    assertThat(new RemoteFailure(SSH, ANONYMOUS, 0, new IOException("no")).mayPass()).isTrue();
  }

  @Test
  void aKindOfFailureDecidesWhereThereIsNoStatus() throws Exception {
    URIish uri = new URIish("https://github.com/acme/gitops.git");
    ObjectId id = ObjectId.fromString("1".repeat(40));
    said(new NoRemoteRepositoryException(uri, "x"), "repository-missing", false, "not a Git");
    said(new RemoteRepositoryException(uri, "go away"), "remote-refused", false, "go away");
    said(new MissingObjectException(id, Constants.TYPE_COMMIT), "commit-missing", true, id.name());
    said(new SSLHandshakeException("bad"), "remote-unreachable", false, "bad");
    assertThat(failure(new MissingObjectException(id, Constants.TYPE_COMMIT)).isMissingObject())
        .isTrue();
    assertThat(failure(new IOException("want 1 is not our ref")).isMissingObject()).isTrue();
  }

  @Test
  void theTokenIsAskedForOrDoubted() {
    assertThat(problem(new RemoteFailure(WEB, ANONYMOUS, 401, new IOException("x"))))
        .satisfies(it -> assertThat(it.message()).endsWith("asks for a token"))
        .satisfies(it -> assertThat(it.hint()).contains("MAYFLY_GIT_TOKEN"));
    assertThat(problem(new RemoteFailure(WEB, TOKEN, 401, new IOException("x"))))
        .satisfies(it -> assertThat(it.message()).endsWith("does not accept the token"))
        .satisfies(it -> assertThat(it.hint()).contains("expired"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ssl | MAYFLY_CA_FILE | MAYFLY_CA_FILE
          host | has no address here | has no address here
          connect | nothing answers there | nothing answers there
          eof | '' | MAYFLY_KNOWN_HOSTS
          """)
  void adviceIsOfWhatWentWrong(String kind, String web, String ssh) {
    IOException cause =
        switch (kind) {
          case "ssl" -> new SSLException("x");
          case "host" -> new UnknownHostException("x");
          case "connect" -> new ConnectException("x");
          default -> new EOFException("x");
        };
    IOException wrapped = new IOException("outer", new IOException("inner", cause));
    assertThat(advice(WEB, wrapped, web)).isTrue();
    assertThat(advice(SSH, wrapped, ssh)).isTrue();
  }

  @Test
  void theInnermostWordsAreCleanedAndHoldNoToken() {
    assertThat(failure(new IOException("outer", new IOException("deep\u0007 s3cret"))).words())
        .isEqualTo("deep? ***");
    assertThat(failure(new IOException("outer", new EOFException())).words())
        .isEqualTo("EOFException");
  }

  @Test
  void saysHowOftenItWasTried() {
    RemoteFailure failure = failure(new IOException("no"));
    assertThat(failure.problem(1).problems().getFirst().message()).endsWith("no");
    assertThat(failure.problem(2).problems().getFirst().message()).endsWith("; tried 2 times");
    assertThat(failure.problem(1)).hasCause(failure.cause());
  }

  private static void said(IOException cause, String id, boolean mayPass, String words) {
    RemoteFailure failure = failure(new IOException("outer", cause));
    assertThat(problem(failure).id()).isEqualTo(id);
    assertThat(problem(failure).message()).contains(words);
    assertThat(failure.mayPass()).isEqualTo(mayPass);
  }

  private static RemoteFailure failure(IOException cause) {
    return new RemoteFailure(WEB, TOKEN, 0, cause);
  }

  private static Problem problem(RemoteFailure failure) {
    return failure.problem(1).problems().getFirst();
  }

  private static boolean advice(RemoteUrl remote, IOException cause, String words) {
    String hint = problem(new RemoteFailure(remote, ANONYMOUS, 0, cause)).hint();
    return words.isEmpty() ? hint.isEmpty() : hint.contains(words);
  }
}
