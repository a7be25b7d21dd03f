package dev.mayfly.report;

import dev.mayfly.argocd.RollingSteps;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.Trees;
import java.util.List;
import java.util.stream.Collectors;

/** The steps of a rollout, a line each; of many Applications the first. */
final class RollingStepLines {
  private static final int NAMED = 10;

  private RollingStepLines() {}

  static String text(RollingSteps rolling) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rolling.steps().size(); i++) {
      RollingSteps.Step step = rolling.steps().get(i);
      text.append("  step ").append(Integer.toString(i + 1));
      if (!step.maxUpdate().isEmpty()) {
        text.append(", ").append(TerminalText.clean(step.maxUpdate())).append(" at once");
      }
      text.append(": ").append(names(step.applications())).append('\n');
    }
    if (!rolling.inNone().isEmpty()) {
      text.append("  in no step, so nobody syncs: ").append(names(rolling.inNone())).append('\n');
    }
    if (!rolling.inSeveral().isEmpty()) {
      List<String> shared = rolling.inSeveral().stream().map(RollingStepLines::shared).toList();
      text.append("  in several steps: ").append(names(shared)).append('\n');
    }
    return text.toString();
  }

  private static String shared(RollingSteps.Shared shared) {
    return shared.application()
        + " ("
        + shared.steps().stream().map(String::valueOf).collect(Collectors.joining(", "))
        + ")";
  }

  private static String names(List<String> names) {
    if (names.isEmpty()) {
      return "none";
    }
    String first =
        names.stream().limit(NAMED).map(TerminalText::clean).collect(Collectors.joining(", "));
    int more = names.size() - NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  static Tree tree(RollingSteps rolling) {
    return new Tree.Mapping()
        .put(
            "steps",
            rolling.steps().stream()
                .map(step -> {
                  Tree.Mapping one =
                      new Tree.Mapping()
                          .put("maxUpdate", step.maxUpdate())
                          .put("applications", Trees.texts(step.applications()));
                  return (Tree) one;
                })
                .toList())
        .put("inNone", Trees.texts(rolling.inNone()))
        .put(
            "inSeveral",
            Trees.texts(
                rolling.inSeveral().stream().map(RollingSteps.Shared::application).toList()));
  }
}
