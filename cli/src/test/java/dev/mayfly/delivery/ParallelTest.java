package dev.mayfly.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many are asked at once, and answer in the order in which they were asked. */
class ParallelTest {
  @Test
  void answersAreInOrder() {
    List<Integer> all = IntStream.range(0, 50).boxed().toList();
    assertThat(Parallel.map(all, it -> it * 2)).isEqualTo(all.stream().map(it -> it * 2).toList());
    assertThat(Parallel.map(List.of(), it -> it)).isEmpty();
  }

  @Test
  void oneIsAskedWhereItStands() {
    assertThat(Parallel.map(List.of(1), it -> Thread.currentThread()))
        .containsExactly(Thread.currentThread());
    assertThat(Parallel.map(List.of(1, 2), it -> Thread.currentThread()))
        .doesNotContain(Thread.currentThread());
  }

  /** Each waits for all the others, so that fewer at once would never end. */
  @Test
  void eightAreAskedAtOnce() {
    CountDownLatch all = new CountDownLatch(8);
    assertThat(
            Parallel.map(
                IntStream.range(0, 8).boxed().toList(),
                it -> {
                  all.countDown();
                  try {
                    return all.await(5, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                }))
        .containsOnly(true);
  }

  @Test
  void aFailureIsTheCallers() {
    assertThatThrownBy(() ->
            Parallel.map(
                List.of(1, 2),
                it -> {
                  throw new IllegalArgumentException("no");
                }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no");
  }
}
