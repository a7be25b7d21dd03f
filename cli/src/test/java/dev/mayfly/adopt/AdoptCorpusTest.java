package dev.mayfly.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All sets that Argo CD's own code was asked about, the odd ones above all. */
class AdoptCorpusTest {
  private static final Path CORPUS = Path.of("cli/src/test/resources/argocd-corpus/sets.json");

  @Test
  void eachIsAdoptedOrRefusedWithAReason() throws IOException {
    Node corpus =
        new JsonReader(new Budget(64 << 20, 64, 4_000_000, true))
            .read("corpus.json", Files.readAllBytes(CORPUS))
            .documents()
            .getFirst();
    ListNode cases = (ListNode) corpus.at("cases");
    int adopted = 0;
    int refused = 0;
    for (Node one : cases.items()) {
      Node set = one.at("applicationSet");
      assertThat(set).isNotNull();
      if (Adopter.pullRequestGenerators(set) == 0) {
        continue;
      }
      try {
        Adopted result = Adopter.adopt(List.of(set), List.of(), Answers.NONE, Optional.empty());
        adopted++;
        loadsOrNames(result);
      } catch (ProblemsException reason) {
        assertThat(reason.problems()).isNotEmpty();
        refused++;
      }
    }
    assertThat(adopted).as("adopted, " + refused + " refused").isGreaterThan(100);
  }

  private static void loadsOrNames(Adopted result) {
    assertThat(result.text()).doesNotContain("decide:");
    try {
      PlatformLoader.load("mayfly.yaml", result.text().getBytes(StandardCharsets.UTF_8));
      assertThat(result.isComplete()).isTrue();
    } catch (ProblemsException refused) {
      assertThat(refused.problems())
          .as(result.text())
          .extracting(Problem::id)
          .containsOnly("left-open");
      assertThat(result.isComplete()).isFalse();
    }
  }
}
