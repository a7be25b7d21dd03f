package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is of one host and port, and shows nowhere. */
class CredentialsTest {
  private static final RemoteUrl REMOTE = RemoteUrl.parse("https://git.acme.dev:8443/a/b");

  @ParameterizedTest
  @CsvSource({
    "git.acme.dev, 8443, true",
    "GIT.acme.dev, 8443, true",
    "git.acme.dev, 443, false",
    "acme.dev, 8443, false"
  })
  void isForOneHostAndPort(String host, int port, boolean own) {
    assertThat(token("s3cret").isFor(host, port)).isEqualTo(own);
  }

  @Test
  void isOneHeader() {
    assertThat(token("s3cret~!").basic()).isEqualTo("Basic " + encoded("x-access-token:s3cret~!"));
  }

  @Test
  void isTakenOutOfWhatAServerSendsBack() {
    String sent = "a s3cret b " + encoded("x-access-token:s3cret") + " c";
    assertThat(token("s3cret").redact(sent)).isEqualTo("a *** b *** c");
    assertThat(token("s3cret")).hasToString("a token for git.acme.dev:8443");
  }

  @Test
  void isGoneWhenClosed() {
    char[] given = "s3cret".toCharArray();
    Credentials copy = Credentials.forHostOf(REMOTE, "x", given);
    try (copy) {
      assertThat(copy.basic()).isEqualTo("Basic " + encoded("x:s3cret"));
    }
    assertThat(copy.basic()).isEqualTo("Basic " + encoded("x:" + "\0".repeat(6)));
    assertThat(given).containsExactly("s3cret".toCharArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\n", "\u007f", "\u00e9"})
  void holdsPrintableCharactersOnly(String token) {
    assertThatThrownBy(() -> token(token)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-x", "a:b", "a b"})
  void hasAUserName(String user) {
    char[] token = "s3cret".toCharArray();
    assertThatThrownBy(() -> Credentials.forHostOf(REMOTE, user, token))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Credentials token(String token) {
    return Credentials.forHostOf(REMOTE, "x-access-token", token.toCharArray());
  }
}
