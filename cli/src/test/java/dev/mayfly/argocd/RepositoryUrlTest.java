package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://GitHub.com/Acme/Shop.git | https://github.com/acme/shop",
        "git@github.com:acme/shop.git | git@github.com/acme/shop",
        "ssh://git@github.com/acme/shop | git@github.com/acme/shop",
        "ssh://git@host:2222/acme/shop.git | git@host:2222/acme/shop",
        "https://github.com/acme/* | https://github.com/acme/*",
        "https://*.example.com/** | https://*.example.com/**",
        "https://github.com/{a,b}/x | https://github.com/%7Ba,b%7D/x",
        "* | *",
        "** | **",
        "*://github.com/a | ''",
        "https://host:*/a | ''",
        "https://{a,b}.com/x | ''",
        "oci://ghcr.io/a | oci://ghcr.io/a",
        "ghcr.io/acme/charts | ghcr.io/acme/charts",
        "ghcr.io:443/acme | ghcr.io:443/acme",
        "127.0.0.1:443/acme | ''",
        "https://github.com/a%zz | ''",
      })
  void normalizesAsArgoDoes(String url, String expected) {
    assertThat(RepositoryUrl.normalize(url)).isEqualTo(expected.equals("''") ? "" : expected);
  }
}
