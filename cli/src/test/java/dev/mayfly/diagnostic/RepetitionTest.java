package dev.mayfly.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {
  private static List<Problem> problems(String id, String file, int count) {
    Source source = new Source(file, "x\n");
    return IntStream.range(0, count)
        .mapToObj(i -> Problem.error(id, new Location(source, 1, 1, 1, 2), "number " + i))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99, 100})
  void whatCanBeReadIsLeftAsItIs(int count) {
    List<Problem> all = problems("odd", "f", count);
    assertThat(Repetition.bounded(all)).isEqualTo(all);
  }

  @Test
  void theOthersAreCounted() {
    List<Problem> all = problems("odd", "f", 20_000);
    List<Problem> bounded = Repetition.bounded(all);
    assertThat(bounded).hasSize(101);
    assertThat(bounded.subList(0, 100)).isEqualTo(all.subList(0, 100));
    assertThat(bounded.getLast().message()).isEqualTo("and 19,900 more of these");
    assertThat(bounded.getLast().severity()).isEqualTo(Severity.ERROR);
    assertThat(bounded.getLast().location()).hasToString("f");
    assertThat(Repetition.bounded(problems("odd", "f", 101)).getLast().message())
        .isEqualTo("and 1 more of these");
  }

  @Test
  void eachKindInEachFileCountsByItself() {
    List<Problem> all = new ArrayList<>();
    List<Problem> warnings =
        problems("odd", "f", 100).stream()
            .map(it -> Problem.warning(it.id(), it.location(), it.message(), ""))
            .toList();
    all.addAll(problems("odd", "f", 100));
    all.addAll(problems("odd", "g", 100));
    all.addAll(problems("even", "f", 100));
    all.addAll(warnings);
    assertThat(Repetition.bounded(all)).isEqualTo(all);
    all.add(Problem.error("odd", null, "without a place"));
    assertThat(Repetition.bounded(all)).isEqualTo(all);
  }
}
