package dev.mayfly.lint;

import dev.mayfly.diagnostic.Activity;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Work that all processors share: each takes the next few items until none is left. A parallel
 * stream halves its list a few times, and on two processors one waits for the other's last quarter.
 */
public final class SharedWork {
  /** How many times each processor comes for more. */
  private static final int TURNS = 32;

  private SharedWork() {}

  /** The answers in the order of the items. */
  public static <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> question) {
    int processors = ForkJoinPool.getCommonPoolParallelism() + 1;
    int few = Math.max(1, items.size() / (processors * TURNS));
    @SuppressWarnings("unchecked") // of nothing else
    R[] answers = (R[]) new Object[items.size()];
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, processors)
        .parallel()
        .forEach(processor -> {
          for (int from = next.getAndAdd(few); from < items.size(); from = next.getAndAdd(few)) {
            for (int i = from; i < Math.min(from + few, items.size()); i++) {
              answers[i] = question.apply(items.get(i));
            }
          }
        });
    return Collections.unmodifiableList(Arrays.asList(answers));
  }

  /** The same where somebody waits; the step is told how many are done. */
  static <T, R> List<R> map(
      List<T> items, Activity.Step step, Function<? super T, ? extends R> question) {
    AtomicInteger done = new AtomicInteger();
    return map(
        items,
        item -> {
          R answer = question.apply(item);
          step.reached(done.incrementAndGet(), items.size());
          return answer;
        });
  }
}
