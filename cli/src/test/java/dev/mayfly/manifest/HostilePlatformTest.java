package dev.mayfly.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.golden.FullRun;
import dev.mayfly.golden.RenderedPlatform;
import dev.mayfly.manifest.YamlDraft.Raw;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whatever stands in a field of {@code mayfly.yaml}: it is rendered, or refused with a reason. */
class HostilePlatformTest {
  private static final List<String> VALUES =
      List.of(
          "\"${pr.title}\"",
          "\"${pr.number}\"",
          "\"${\"",
          "\"{{ .x }}\"",
          "\"a:b@c/d\"",
          "\"*\"",
          "\"a.lock\"",
          "\"a\\u2028b\"",
          "\"" + "9".repeat(300) + "\"",
          "~",
          "{}");

  @Test
  void everyValueIsAnAnswerOrAProblem() {
    Map<String, String> crashes = new TreeMap<>();
    Set<String> tried = new HashSet<>();
    int step = FullRun.oneOf(5);
    AtomicInteger turn = new AtomicInteger();
    PlatformDrafts.all()
        .forEach((name, draft) -> {
          for (List<Object> place : draft.places()) {
            for (String value : VALUES) {
              if (tried.add(place + value + (draft.at(place) instanceof Raw))
                  && turn.getAndIncrement() % step == 0) {
                String crash = crash(draft.with(place, new Raw(value)));
                if (!crash.isEmpty()) {
                  crashes.put(name + " " + place + " = " + value, crash);
                }
              }
            }
          }
        });
    assertThat(tried).hasSizeGreaterThan(1000);
    assertThat(crashes).isEmpty();
  }

  private static String crash(YamlDraft draft) {
    try {
      RenderedPlatform.anew(draft);
      return "";
    } catch (ProblemsException refused) {
      return refused.problems().isEmpty() ? "refused without a word" : "";
    } catch (RuntimeException bug) {
      return bug.toString();
    }
  }
}
