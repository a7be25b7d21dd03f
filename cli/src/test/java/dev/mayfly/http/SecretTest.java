package dev.mayfly.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void takesATokenOutOfAnyText() {
    Secret token = Secret.bearer("ghp_abc/+=123");
    String basic =
        Base64.getEncoder()
            .encodeToString("x-access-token:ghp_abc/+=123".getBytes(StandardCharsets.US_ASCII));
    String text = "a ghp_abc/+=123 b " + basic + " c ghp_abc%2F%2B%3D123 d";
    assertThat(token.redact(text)).isEqualTo("a *** b eC1hY2Nlc3MtdG9rZW46***== c *** d");
    assertThat(token).hasToString("***");
    assertThat(new Endpoint(URI.create("https://x.example"), Optional.of(token)).toString())
        .doesNotContain("ghp_");
    assertThat(Request.get("/x").withSecrets(Map.of("Authorization", token)).toString())
        .doesNotContain("ghp_");
  }

  @Test
  void hidesWhatGitLabIsSent() {
    byte[] sent = "oauth2:ada-s3cret".getBytes(StandardCharsets.US_ASCII);
    String basic = Base64.getEncoder().withoutPadding().encodeToString(sent);
    assertThat(Secret.bearer("ada-s3cret").redact("Basic " + basic)).isEqualTo("Basic ***");
  }

  @Test
  void hidesWhatElseAServerMayKnow() {
    Secret one = Secret.bearer("one-secret").hidingAlso(Secret.plain("two-secrets"));
    assertThat(one.redact("one-secret, two-secrets")).isEqualTo("***, ***");
  }

  @Test
  void whatNoHeaderCanCarryIsRefusedAndNotRepeated() {
    for (String value : List.of("sek\nret", "sek ret", "s\u00e9kret", "")) {
      assertThatThrownBy(() -> Secret.plain(value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a token holds only printable ASCII characters");
    }
  }

  @Test
  void onlyItsOwnValueIsIt() {
    assertThat(Secret.plain("one").is("one")).isTrue();
    assertThat(Secret.plain("one").is("on")).isFalse();
  }
}
