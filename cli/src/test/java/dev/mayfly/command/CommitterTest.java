package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.command.composition.Committer;
import dev.mayfly.diagnostic.ProblemsException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitterTest {
  @Test
  void takesANameAndGitsOwnForm() {
    assertThat(Committer.from(Map.of())).isEqualTo(new Committer("Mayfly", "mayfly@localhost"));
    assertThat(Committer.from(Map.of("MAYFLY_AUTHOR", "Acme Previews")))
        .isEqualTo(new Committer("Acme Previews", "mayfly@localhost"));
    assertThat(Committer.from(Map.of("MAYFLY_AUTHOR", " Acme <bot@acme.dev> ")))
        .isEqualTo(new Committer("Acme", "bot@acme.dev"));
    assertThat(
            Committer.from(Map.of("MAYFLY_AUTHOR", "Acme <bot@acme.dev>", "MAYFLY_EMAIL", "a@b.c")))
        .isEqualTo(new Committer("Acme", "a@b.c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<bot@acme.dev>", "Acme <", "Acme <a b>", "Acme <>>", " ", "a\nb", "a\u2028b"})
  void refusesWhatGitCannotWrite(String author) {
    assertThatThrownBy(() -> Committer.from(Map.of("MAYFLY_AUTHOR", author)))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("MAYFLY_AUTHOR")
        .hasMessageContaining("cannot write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "<a@b.c>", "a@b\tc"})
  void refusesAnAddressThatIsNone(String email) {
    assertThatThrownBy(() -> Committer.from(Map.of("MAYFLY_EMAIL", email)))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("MAYFLY_EMAIL");
  }
}
