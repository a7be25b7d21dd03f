package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GeneratorPullRequestTest {
  private static final String ONE =
      "[{\"number\": 7, \"headSha\": \"%s\", \"repository\": \"acme/shop\", \"labels\": [\"b\", \"b\", \"a\"]}]"
          .formatted("a".repeat(40));

  private static java.util.List<GeneratorPullRequest> read(String text) {
    return GeneratorPullRequest.read("prs.json", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void labelsKeepTheForgesOrderAndDuplicates() {
    assertThat(read(ONE).getFirst().labels()).containsExactly("b", "b", "a");
    assertThat(read(ONE).getFirst().pull().details().labels()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aRepositoryThatIsNoneIsSaid() {
    assertThatThrownBy(() -> read(ONE.replace("acme/shop", "ac<me/shop")))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("repository");
    assertThatThrownBy(
            () -> read(ONE.replace("\"labels\"", "\"headRepository\": \"a b/c<\", \"labels\"")))
        .isInstanceOf(ProblemsException.class);
  }
}
