package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.AttackFiles.Case;
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
  private static final Map<String, PolicyProgram> PROGRAMS = new HashMap<>();

  static List<Case> cases() {
    return AttackFiles.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isJudged(Case request) throws Exception {
    PolicyProgram program = program(request.example());
    List<String> refusals = program.refusals(request.object(), request.old().orElse(null));
    if (request.permitted()) {
      assertThat(refusals).as(program.errors().toString()).isEmpty();
    } else {
      assertThat(refusals).isNotEmpty();
      assertThat(request.refusedBy()).as("say by which message: %s", refusals).isPresent();
      assertThat(refusals)
          .as(program.errors().toString())
          .anyMatch(message -> message.contains(request.refusedBy().orElseThrow()));
    }
  }

  /** A check without an attack that it refuses could be dropped unnoticed. */
  @Test
  void everyCheckRefusesSomething() throws Exception {
    Set<String> idle = new TreeSet<>();
    for (String example : List.of("primitives", "monolith", "monolith-overlay")) {
      idle.addAll(program(example).messages());
    }
    for (Case request : cases()) {
      List<String> refusals =
          program(request.example()).refusals(request.object(), request.old().orElse(null));
      if (refusals.size() == 1) {
        idle.remove(refusals.getFirst());
      }
    }
    assertThat(idle).isEmpty();
  }

  private static PolicyProgram program(String example) {
    return PROGRAMS.computeIfAbsent(
        example,
        name -> {
          RenderedPlatform rendered = AttackFiles.rendered(name, "7");
          String app = rendered.loaded().platform().apps().getFirst().name();
          String policy = "platform/admission-policy-" + app + ".yaml";
          try {
            return new PolicyProgram(
                Trees.read(policy, String.valueOf(rendered.platformSet().get(policy))));
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }
}
