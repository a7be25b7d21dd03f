package dev.mayfly.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://forge.example.dev",
        "https://user:secret@forge.example.dev",
        "ftp://x",
        "https:x",
        "https://forge.example.dev?x",
        "http://127.0.0.1.evil.example"
      })
  void refusesAddressesThatWouldSpillTheToken(String url) {
    assertThatThrownBy(() -> new Endpoint(URI.create(url), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsRequestsAtOneHost() {
    URI from = URI.create("https://forge.example.dev/api/v4/x");
    assertThat(Endpoint.sameOrigin(from, "/y?page=2"))
        .contains(URI.create("https://forge.example.dev/y?page=2"));
    assertThat(Endpoint.sameOrigin(from, "https://FORGE.example.dev:443/y")).isPresent();
    for (String target :
        List.of(
            "https://evil.example/y",
            "//evil.example/y",
            "http://forge.example.dev/y",
            "http://forge.example.dev:443/y",
            "https://forge.example.dev:8443/y",
            "https://forge.example.dev@evil.example/",
            "https://u@forge.example.dev/",
            "mailto:x",
            "::",
            "https:///y")) {
      assertThat(Endpoint.sameOrigin(from, target)).as(target).isEmpty();
    }
  }

  @Test
  void encodesNamesForAddresses() {
    assertThat(PercentEncoding.encode("a b/c%ü?#")).isEqualTo("a%20b%2Fc%25%C3%BC%3F%23");
    assertThat(PercentEncoding.encode("..")).isEqualTo("%2E%2E");
  }

  @Test
  void aFinalSlashIsNoPartOfTheAddress() {
    for (String url : List.of("https://x.example/git", "https://x.example/git/")) {
      assertThat(new Endpoint(URI.create(url), Optional.empty()).below("/api"))
          .isEqualTo(URI.create("https://x.example/git/api"));
    }
  }
}
