package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.AttackFiles.Case;
import dev.mayfly.platform.Blueprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks on what previews may do, as data; the policies of the examples judge them. */
class AdmissionAttackTest {
  private static final Map<String, List<PolicyProgram>> PROGRAMS = new HashMap<>();

  static List<Case> cases() {
    return AttackFiles.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isJudged(Case request) throws Exception {
    List<String> refusals = new ArrayList<>();
    StringBuilder errors = new StringBuilder();
    for (PolicyProgram program : programs(request.example())) {
      refusals.addAll(program.refusals(request.object(), request.old().orElse(null)));
      errors.append(program.errors());
    }
    if (request.permitted()) {
      assertThat(refusals).as(errors.toString()).isEmpty();
    } else {
      assertThat(refusals).isNotEmpty();
      assertThat(request.refusedBy()).as("say by which message: %s", refusals).isPresent();
      assertThat(refusals)
          .as(errors.toString())
          .anyMatch(message -> message.contains(request.refusedBy().orElseThrow()));
    }
  }

  /** A check without an attack that it refuses could be dropped unnoticed. */
  @Test
  void everyCheckRefusesSomething() throws Exception {
    Set<String> idle = new TreeSet<>();
    for (String example : List.of("primitives", "monolith", "monolith-overlay")) {
      idle.addAll(programs(example).getFirst().messages());
    }
    for (Case request : cases()) {
      List<String> refusals =
          programs(request.example())
              .getFirst()
              .refusals(request.object(), request.old().orElse(null));
      if (refusals.size() == 1) {
        idle.remove(refusals.getFirst());
      }
    }
    assertThat(idle).isEmpty();
  }

  /** The policies of all apps and environments: an object is judged by that of its Application. */
  private static List<PolicyProgram> programs(String example) {
    return PROGRAMS.computeIfAbsent(
        example,
        name -> {
          RenderedPlatform rendered = AttackFiles.rendered(name, "7");
          List<PolicyProgram> programs = new ArrayList<>();
          for (Blueprint blueprint : rendered.loaded().all()) {
            String policy = "platform/admission-policy-" + blueprint.app().name() + ".yaml";
            try {
              programs.add(
                  new PolicyProgram(
                      PlainTrees.read(policy, String.valueOf(rendered.platformSet().get(policy)))));
            } catch (Exception e) {
              throw new AssertionError(e);
            }
          }
          return programs;
        });
  }
}
