package dev.mayfly.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.FullRun;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Walks the steps of one addition in a copy of the project: all of them, or all but one. */
final class Walk {
  private final ScratchCopy copy;
  private final List<Step> steps;
  private final String[] dependents;

  /**
   * @param dependents texts by which the files are known that have to be compiled anew
   */
  Walk(ScratchCopy copy, List<Step> steps, String... dependents) {
    this.copy = copy;
    this.steps = steps;
    this.dependents = dependents;
  }

  /** After all steps nobody has anything to say. */
  void allSteps() throws IOException {
    assertThat(compiled(null)).isEmpty();
    List<String> guards = steps.stream().map(Step::guard).filter(it -> it.contains("#")).toList();
    copy.run(true, guards.stream().filter(Walk::writes).toList());
    assertThat(copy.run(false, guards)).isEmpty();
    copy.undo();
  }

  /** Each of these forgotten once, in an ordinary run one of three. */
  void withoutEach(List<Step> forgotten) throws IOException {
    for (int i = 0; i < forgotten.size(); i += FullRun.oneOf(3)) {
      without(forgotten.get(i));
    }
  }

  /** Whoever the step names says so when it is forgotten. */
  private void without(Step forgotten) throws IOException {
    Map<String, String> errors = compiled(forgotten);
    if (forgotten.guard().equals(Step.COMPILER)) {
      assertThat(errors).as("without %s", forgotten.file()).isNotEmpty();
    } else {
      assertThat(errors).as("without %s", forgotten.file()).isEmpty();
      assertThat(copy.run(false, List.of(forgotten.guard())))
          .as("without %s", forgotten.file())
          .isNotEmpty();
    }
    copy.undo();
  }

  /** What the compiler says after all steps but one, by file. */
  Map<String, String> compiled(@org.jspecify.annotations.Nullable Step forgotten)
      throws IOException {
    for (Step step : steps) {
      if (step != forgotten) {
        for (var edit : step.edits().entrySet()) {
          copy.edit(edit.getKey(), edit.getValue());
        }
      }
    }
    return copy.compile(dependents.length == 0 ? List.of() : copy.sourcesWith(dependents));
  }

  /** Those that an update run satisfies by itself. */
  private static boolean writes(String guard) {
    return guard.matches(".*(Golden|Cases|Page|Pages)Test#.*");
  }
}
