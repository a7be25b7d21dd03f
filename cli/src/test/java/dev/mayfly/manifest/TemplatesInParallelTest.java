package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A sweep writes its comments beside each other, all from the templates of one policy. */
class TemplatesInParallelTest {
  private static final List<String> FACTS = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i");
  private static final int WRITERS = 8;

  @Test
  void manyMayWriteTheirCommentsAtOnce() throws Exception {
    List<String> facts = FACTS.subList(0, CommentText.SHARED.size());
    String alone = CommentText.GOING.of(new Templates(Map.of()), facts, "x");
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      for (int round = 0; round < 100; round++) {
        Templates templates = new Templates(Map.of());
        CyclicBarrier start = new CyclicBarrier(WRITERS);
        Callable<String> writer =
            () -> {
              start.await();
              return CommentText.GOING.of(templates, facts, "x");
            };
        List<Future<String>> texts = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
          texts.add(writers.submit(writer));
        }
        for (Future<String> text : texts) {
          assertThat(text.get()).isEqualTo(alone);
        }
      }
    }
  }
}
