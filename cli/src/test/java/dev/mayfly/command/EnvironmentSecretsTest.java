package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.Secrets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a line of {@code --debug} may not hold, wherever it came from. */
class EnvironmentSecretsTest {
  private static final String VALUE = "cAnArY-123";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MAYFLY_GIT_TOKEN",
        "CF_ACCESS_CLIENT_SECRET",
        "CLOUDFLARE_API_TOKEN",
        "ARGOCD_AUTH_TOKEN",
        "DB_PASSWORD",
        "AWS_SECRET_ACCESS_KEY",
        "SOME_API_KEY"
      })
  void valuesOfSuchNamesAreHidden(String name) {
    assertThat(Secrets.of(Map.of(name, VALUE)).hidden("a " + VALUE + "b " + VALUE))
        .isEqualTo("a ***b ***");
  }

  @Test
  void whatStandsBeforeTheHostOfAnAddressIsHiddenWithAndWithoutIt() {
    Secrets secrets = Secrets.of(Map.of("HTTPS_PROXY", "http://mara:pAsSwOrD@proxy.dev:3128"));
    assertThat(secrets.hidden("mara:pAsSwOrD and pAsSwOrD")).isEqualTo("*** and ***");
    assertThat(secrets.hidden("git://x:unknown@h.dev/")).isEqualTo("git://***@h.dev/");
  }

  /** Of two secrets one of which begins the other nothing is left over. */
  @Test
  void theLongestGoesFirst() {
    Secrets secrets = Secrets.of(Map.of("A_TOKEN", VALUE, "B_TOKEN", VALUE + "-more"));
    assertThat(secrets.hidden(VALUE + "-more " + VALUE)).isEqualTo("*** ***");
  }

  @Test
  void wordsStay() {
    Secrets secrets = Secrets.of(Map.of("USE_TOKEN", "true", "HOME", "/home/mara"));
    assertThat(secrets.hidden("true of /home/mara")).isEqualTo("true of /home/mara");
  }
}
