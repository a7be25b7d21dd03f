package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What Argo CD 3.5.1's own {@code Reconcile} wrote with a set and Applications that were there: who
 * is created, patched in which fields, deleted, and in which step of a roll-out each one is.
 */
@Tag("slow")
class ArgoCdLiveTest {
  @Test
  void eachApplicationMeetsWhatTheControllerDoesWithIt() {
    ArgoCdAnswers answers = new ArgoCdAnswers("live");
    for (JsonNode one : answers.read().get("cases")) {
      var set = ArgoCdAnswers.node(one.get("set"));
      var live = new ArrayList<dev.mayfly.yaml.Node>();
      one.get("live").forEach(it -> live.add(ArgoCdAnswers.node(it)));
      String asked = set.textOrEmpty("spec", "syncPolicy", "applicationsSync");
      String policy =
          one.get("override").asBoolean() && !asked.isEmpty()
              ? asked
              : one.get("policy").asString();
      Simulation simulation =
          ApplicationSetSimulation.run(set, ApplicationSetSimulationTest.inputs(List.of()));
      assertThat(simulation.isStalled()).isFalse();
      var ours = new TreeMap<String, List<String>>();
      LiveComparison.of(
              set,
              new LiveApplications(live),
              Optional.of(ApplicationsSync.of(policy).orElseThrow()))
          .changes(simulation)
          .forEach(it -> said(it).ifPresent(list -> ours.put(it.name(), list)));
      var theirs = new TreeMap<String, List<String>>();
      one.get("does").properties().forEach(e -> theirs.put(e.getKey(), said(e.getValue())));
      List<List<String>> steps =
          RollingSteps.of(set, simulation.applications()).stream()
              .flatMap(it -> it.steps().stream().map(RollingSteps.Step::applications))
              .toList();
      if (isSame(ours, theirs) && steps.toString().equals(steps(one.get("steps")).toString())) {
        answers.agreed();
      } else {
        answers.different(one + "\n  theirs " + theirs + "\n  ours   " + ours + steps);
      }
    }
    answers.print();
    assertThat(answers.differences()).isEmpty();
    assertThat(answers.agreements()).isEqualTo(250);
  }

  /** What happens, then the fields; empty where nothing does. */
  private static Optional<List<String>> said(LiveChange change) {
    String does =
        switch (change.kind()) {
          case CREATED -> "create";
          case UPDATED -> "patch";
          case DELETED -> "delete";
          default -> "";
        };
    List<String> list = new ArrayList<>(List.of(does));
    list.addAll(does.equals("patch") ? change.details() : List.of());
    return does.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  private static List<String> said(JsonNode action) {
    List<String> list = new ArrayList<>(List.of(action.get("does").asString()));
    action.path("fields").forEach(it -> list.add(it.asString()));
    return list;
  }

  /**
   * A patch replaces lists and zeroes as a whole; a field lies in what it replaces or around it.
   */
  private static boolean isSame(
      TreeMap<String, List<String>> ours, TreeMap<String, List<String>> theirs) {
    return ours.keySet().equals(theirs.keySet())
        && ours.entrySet().stream()
            .allMatch(it -> {
              List<String> mine = it.getValue();
              List<String> other = theirs.get(it.getKey());
              return mine.getFirst().equals(other.getFirst())
                  && mine.stream().allMatch(a -> other.stream().anyMatch(b -> touch(a, b)))
                  && other.stream().allMatch(a -> mine.stream().anyMatch(b -> touch(a, b)));
            });
  }

  private static boolean touch(String one, String other) {
    String a = one.replaceFirst("\\[.*", "") + ".";
    String b = other.replaceFirst("\\[.*", "") + ".";
    return a.startsWith(b) || b.startsWith(a);
  }

  private static List<List<String>> steps(JsonNode written) {
    List<List<String>> steps = new ArrayList<>();
    for (JsonNode step : written) {
      List<String> names = new ArrayList<>();
      step.forEach(it -> names.add(it.asString()));
      steps.add(names);
    }
    return steps;
  }
}
