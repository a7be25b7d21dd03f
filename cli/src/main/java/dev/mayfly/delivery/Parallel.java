package dev.mayfly.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks a forge the same about many, a few at a time: forges count requests that overlap. */
final class Parallel {
  /** GitHub docs, "Best practices for using the REST API": far below its hundred at once. */
  private static final int AT_ONCE = 8;

  private Parallel() {}

  /** The answers in the order of the questions; the first failure ends it. */
  static <T, R> List<R> map(Collection<T> all, Function<T, R> ask) {
    if (all.size() < 2) {
      return all.stream().map(ask).toList();
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(AT_ONCE, all.size()), Thread.ofVirtual().factory())) {
      List<Future<R>> asked = new ArrayList<>();
      all.forEach(one -> asked.add(threads.submit(() -> ask.apply(one))));
      List<R> answers = new ArrayList<>();
      for (Future<R> one : asked) {
        answers.add(one.get());
      }
      return answers;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
