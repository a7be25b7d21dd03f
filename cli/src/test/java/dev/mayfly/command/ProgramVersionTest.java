package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ProgramVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgramVersionTest {
  @Test
  void namesTheCommitAndItsDate() {
    assertThat(ProgramVersion.full(List.of("1.2.3", "0123456789ab", "2026-11-28")))
        .isEqualTo("1.2.3 (0123456789ab, 2026-11-28)");
    assertThat(ProgramVersion.full(List.of("1.2.3", "0123456789ab-dirty", "2026-11-28")))
        .isEqualTo("1.2.3 (0123456789ab-dirty, 2026-11-28)");
  }

  @Test
  void saysThatACommitIsNotKnown() {
    for (List<String> built :
        List.of(
            List.of("1.2.3", "unknown", "unknown"),
            List.of("1.2.3", "${mayfly.commit}", "${mayfly.date}"),
            List.of("1.2.3"))) {
      assertThat(ProgramVersion.full(built)).isEqualTo("1.2.3 (commit unknown)");
    }
  }

  @Test
  void knowsWhereTheProjectLiesWhereThatWasSaid() {
    List<String> built = List.of("1.2.3", "0123456789ab", "2026-11-28", "https://a.dev/b/c");
    assertThat(ProgramVersion.home(built)).contains("https://a.dev/b/c");
    assertThat(ProgramVersion.full(built)).isEqualTo("1.2.3 (0123456789ab, 2026-11-28)");
    for (String other :
        List.of("unknown", "${mayfly.home}", "http://a.dev/b", "https://a.dev/ b")) {
      assertThat(ProgramVersion.home(List.of("1.2.3", "unknown", "unknown", other))).isEmpty();
    }
    assertThat(ProgramVersion.home(List.of("1.2.3"))).isEqualTo(Optional.empty());
  }

  @Test
  void machinesGetTheVersionAlone() {
    assertThat(ProgramVersion.text()).matches("\\d+\\.\\d+\\.\\d+");
  }
}
