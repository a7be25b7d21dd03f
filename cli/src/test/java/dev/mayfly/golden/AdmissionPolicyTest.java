package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelValidationException;
import dev.mayfly.cel.KubernetesCel;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.yaml.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every admission policy that is rendered compiles, and permits every object of the previews that
 * it is for, also at the largest number that a pull request can have.
 */
class AdmissionPolicyTest {
  private static final List<String> NUMBERS = List.of("7", "2147483647");

  @Test
  void permitsWhatIsRendered() throws Exception {
    Map<String, PolicyProgram> programs = new HashMap<>();
    SortedMap<String, Object> wrong = new TreeMap<>();
    int judged = 0;
    int step = FullRun.oneOf(NUMBERS.size());
    int turn = 0;
    Map<String, YamlDraft> platforms = new LinkedHashMap<>(PlatformMatrix.ALL.accepted());
    platforms.putAll(EdgeMatrix.all());
    for (var platform : platforms.entrySet()) {
      for (int n = turn++ % step; n < NUMBERS.size(); n += step) {
        String number = NUMBERS.get(n);
        RenderedPlatform rendered = RenderedPlatform.of(platform.getValue(), number);
        for (var file : rendered.overlays().entrySet()) {
          String app = file.getKey().split("/")[1];
          Node document = PlainTrees.read(file.getKey(), file.getValue());
          if (List.of("Kustomization", "Preview").contains(document.textAt("kind"))) {
            continue;
          }
          String policy =
              String.valueOf(
                  rendered.platformSet().get("platform/admission-policy-" + app + ".yaml"));
          PolicyProgram program = programs.get(policy);
          if (program == null) {
            program = compiled(platform.getKey(), policy);
            programs.put(policy, program);
          }
          Object object =
              TrackedObject.of(PolicyProgram.value(document), rendered.application(app, number));
          assertThat(program.matches(object)).as(file.getKey()).isTrue();
          List<String> refusals = program.refusals(object, null);
          judged++;
          if (!refusals.isEmpty()) {
            wrong.put(platform.getKey() + ": " + file.getKey(), refusals + " " + program.errors());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(judged).isGreaterThan(1500 / step);
  }

  private static PolicyProgram compiled(String platform, String policy) {
    try {
      return new PolicyProgram(PlainTrees.read(platform, policy));
    } catch (CelValidationException e) {
      throw new AssertionError(
          platform + ": " + KubernetesCel.errors(e) + "\n" + e.getMessage(), e);
    }
  }
}
