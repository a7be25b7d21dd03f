package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.facts.CloneJudge;
import dev.mayfly.facts.CloneRequest;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.facts.Judgement;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.App;
import dev.mayfly.platform.CloneDatabase;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The clone can be made of what the cluster holds. Asked before a preview is opened and not again:
 * a clone that is there is not made anew by a push, whatever became of its source.
 *
 * @param warnings takes what is worth saying and stops nothing
 */
public record CloneProof(ClusterFacts facts, Consumer<List<Problem>> warnings) implements Proof {
  @Override
  public boolean isForNewPreviews() {
    return true;
  }

  @Override
  public void prove(Overlay overlay, PreviewFacts preview, SortedMap<String, String> files) {
    prove(overlay.blueprint().app(), preview.backup());
  }

  /**
   * The same by the names alone.
   *
   * @throws ProblemsException (refused) when the clone could never start
   */
  public void prove(App app, Optional<String> backup) {
    if (!(app.database().orElse(null) instanceof CloneDatabase clone)) {
      return;
    }
    List<Problem> problems =
        CloneJudge.judge(CloneRequest.of(clone, backup), facts).stream()
            .map(Judgement::toProblem)
            .toList();
    if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
      throw new ProblemsException(Fault.REFUSED, problems);
    }
    if (!problems.isEmpty()) {
      warnings.accept(problems);
    }
  }
}
