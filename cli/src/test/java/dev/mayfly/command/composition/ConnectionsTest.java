package dev.mayfly.command.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
  private static String token(String value) {
    return Connections.token(Connections.FORGE_TOKEN, Map.of(Connections.FORGE_TOKEN, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sekret\n", " sekret", "sek\tret", "s\u00e9kret", "sekret\u007f"})
  void aTokenThatNoHeaderCarriesIsRefusedAndNotRepeated(String value) {
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> token(value))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.CONFIGURATION))
        .withMessageContaining("`MAYFLY_FORGE_TOKEN` holds characters that no token has")
        .satisfies(e -> assertThat(e.toString()).doesNotContain("ret"));
  }

  @Test
  void anyOtherIsTakenAsItIs() {
    assertThat(token("!sekret~")).isEqualTo("!sekret~");
    assertThat(token("")).isEmpty();
    assertThat(Connections.token(Connections.FORGE_TOKEN, Map.of())).isEmpty();
  }
}
