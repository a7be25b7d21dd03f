package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who acts on a problem of a simulation asks for it, and not for its id. */
class SimulationTest {
  private static final Problem UNKNOWN =
      GeneratorStop.unverifiable(null, "depends on a cluster", "").problem();

  private static Simulation of(Problem... problems) {
    return new Simulation("s", new ReleaseLine(3, 5), List.of(), List.of(problems), true);
  }

  @Test
  void whatNoFileSaysMayBeWhyApplicationsAreMissing() {
    Problem wrong = GeneratorStop.stall(null, "is wrong").problem();
    Problem odd = Problem.warning("no-value", null, "is odd", "");
    assertThat(of(UNKNOWN, odd, wrong).obstacles()).containsExactly(UNKNOWN, wrong);
  }

  @Test
  void anApplicationWithoutANameIsLeftOut() {
    List<Problem> problems = new ArrayList<>();
    MapNode nothing = new MapNode(List.of(), Location.ofFile("set.yaml"));
    ApplicationValidation.check(
        List.of(new GeneratedApplication(nothing, new GoValue.Entries(new TreeMap<>(), false))),
        Optional.empty(),
        true,
        problems);
    assertThat(of(problems.toArray(Problem[]::new)).leavesOut()).isTrue();
    assertThat(of(UNKNOWN).leavesOut()).isFalse();
  }
}
