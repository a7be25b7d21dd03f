package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one template may cost, and all of a set. */
class MeterTest {
  private static final int STEPS = 200_000;
  private static final GoValue PARAMETERS =
      GoValue.map(
          new TreeMap<>(Map.of("l", GoValue.list(Collections.nCopies(80_000, GoValue.NIL)))));

  @Test
  void eachBoundIsTheLargestThatIsTaken() throws TemplateStop {
    assertThat(Meter.length(1 << 20)).isEqualTo(1 << 20);
    assertThatThrownBy(() -> Meter.length((1 << 20) + 1)).hasMessageContaining("1048576");
    assertThat(Meter.items(100_000)).isEqualTo(100_000);
    assertThatThrownBy(() -> Meter.items(100_001)).hasMessageContaining("100000");
    Meter meter = new Meter();
    for (int i = 0; i < STEPS; i++) {
      meter.step();
    }
    assertThat(meter.steps()).isEqualTo(STEPS);
    assertThatThrownBy(meter::step).hasMessageContaining("more than 200000 steps");
  }

  @Test
  void argumentsCostWhatIsGoneThrough() throws TemplateStop {
    TreeMap<String, GoValue> entries = new TreeMap<>();
    IntStream.range(0, 17).forEach(i -> entries.put("k" + i, GoValue.NIL));
    Meter meter = new Meter();
    meter.arguments(
        List.of(
            GoValue.of("a".repeat(3 << 10)),
            GoValue.list(Collections.nCopies(33, GoValue.NIL)),
            GoValue.map(entries),
            GoValue.of(1_000_000)));
    assertThat(meter.steps()).isEqualTo(3 + 4 + 2);
  }

  /** Each node, each command and each turn of a loop is a step. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {"a ~ 1", "{{ 1 }} ~ 2", "{{ 1 | print }}b ~ 4", "{{ range until 2 }}a{{ end }} ~ 6"})
  void nodesCommandsAndTurnsAreSteps(String template, int steps) {
    Meter meter = new Meter();
    ((GoTemplate) GoTemplate.parse(template)).execute(GoValue.map(), MissingKey.ERROR, meter);
    assertThat(meter.steps()).isEqualTo(steps);
  }

  /** Of ten million steps each of these takes 190,000, and the first 62,500 for its text. */
  private static final String COSTLY =
      "{{/*" + "x".repeat(1_000_000) + "*/}}{{ range until 19 }}{{ len $.l }}{{ end }}";

  @Test
  void aSetHasOneAllowance() {
    TemplateSet templates = new TemplateSet();
    assertThat(rendered(templates, 99)).isEqualTo(53);
    assertThat(templates.render("other", PARAMETERS, MissingKey.ERROR))
        .isInstanceOfSatisfying(
            TemplateFault.class,
            it -> assertThat(it.message()).contains("of the set take more than 10000000 steps"));
  }

  @Test
  void parsingIsCounted() {
    TemplateSet templates = new TemplateSet();
    assertThat(rendered(templates, 52)).isEqualTo(52);
    templates.render(" ".repeat(1 << 20), PARAMETERS, MissingKey.ERROR);
    templates.render("\n".repeat(1 << 20), PARAMETERS, MissingKey.ERROR);
    templates.render("\t".repeat(1 << 20), PARAMETERS, MissingKey.ERROR);
    assertThat(rendered(templates, 1)).isZero();
  }

  @Test
  void aTemplateHasALongest() {
    assertThat(GoTemplate.parse(" ".repeat(1 << 20))).isInstanceOf(GoTemplate.class);
    assertThat(GoTemplate.parse(" ".repeat((1 << 20) + 1))).isInstanceOf(TemplateFault.class);
  }

  private static int rendered(TemplateSet templates, int most) {
    int decided = 0;
    while (decided < most
        && templates.render(COSTLY, PARAMETERS, MissingKey.ERROR) instanceof Execution.Rendered) {
      decided++;
    }
    return decided;
  }
}
