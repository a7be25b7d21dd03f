package dev.mayfly.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Activity;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedWorkTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 63, 64, 1_000, 10_001})
  void eachItemIsAskedOnceAndItsAnswerStandsInItsPlace(int size) {
    List<Integer> items = IntStream.range(0, size).boxed().toList();
    Set<Integer> asked = ConcurrentHashMap.newKeySet();

    List<Integer> answers =
        SharedWork.map(
            items,
            item -> {
              assertThat(asked.add(item)).isTrue();
              return item + 1;
            });

    assertThat(answers).isEqualTo(items.stream().map(item -> item + 1).toList());
  }

  /** A rule that is one of the items has work to share itself. */
  @Test
  void workMayHoldWork() {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    List<List<Integer>> answers =
        SharedWork.map(items, one -> SharedWork.map(items, other -> one * other));
    assertThat(answers.get(7).get(9)).isEqualTo(63);
  }

  @Test
  void whatOneItemThrowsIsThrown() {
    List<Integer> items = IntStream.range(0, 100).boxed().toList();
    assertThatThrownBy(() -> SharedWork.map(items, item -> 1 / (item - 50)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void whoWaitsIsToldOfEachItem() {
    Set<String> told = ConcurrentHashMap.newKeySet();
    Activity.Step step =
        new Activity.Step() {
          @Override
          public void reached(int done, int all) {
            told.add(done + " of " + all);
          }

          @Override
          public void outcome(String words) {}

          @Override
          public void close() {}
        };

    assertThat(SharedWork.map(List.of("a", "b", "c"), step, String::length)).containsOnly(1);
    assertThat(told).containsExactlyInAnyOrder("1 of 3", "2 of 3", "3 of 3");
  }
}
