package dev.mayfly.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of an address nothing is shown that could be a secret. */
class ShownUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://git.example.dev/acme/gitops.git, https://git.example.dev/acme/gitops.git",
    "https://mara:cAnArY@git.example.dev:8443/x, https://git.example.dev:8443/x",
    "https://cAnArY@git.example.dev, https://git.example.dev",
    "https://h.dev/x?page=2&per_page=100, https://h.dev/x?page=2&per_page=100",
    "https://h.dev/x?state=open&private_token=cAnArY, https://h.dev/x?state=***&private_token=***",
    "https://h.dev/x?cAnArY, https://h.dev/x?***",
    "https://h.dev/x?page=12345, https://h.dev/x?page=***",
    "https://h.dev/x?a=b=cAnArY#cAnArY, https://h.dev/x?a=***",
  })
  void showsWhereAndNotWhoOrWhat(String url, String shown) {
    assertThat(ShownUrl.of(URI.create(url))).isEqualTo(shown);
  }
}
