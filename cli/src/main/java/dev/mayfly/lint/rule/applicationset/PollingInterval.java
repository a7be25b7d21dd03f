package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.Numbers;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.OptionalLong;
import java.util.Set;

/** Pull requests are polled never, or too often. */
public final class PollingInterval implements SetRule {
  /** Argo CD's ApplicationSet controller takes no webhook of these (argo-cd #12440, #18798). */
  private static final Set<String> DEAF = Set.of("gitea", "bitbucketServer", "bitbucket");

  private static final long USUAL = 1800;

  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.pullRequests()) {
      Node interval = generator.body().get("requeueAfterSeconds");
      OptionalLong seconds = Numbers.read(interval, out);
      MapNode.Entry forge = generator.providers().stream().findFirst().orElse(null);
      if (forge != null && DEAF.contains(forge.key().text()) && seconds.orElse(USUAL) >= USUAL) {
        out.add(
            interval == null ? forge.key() : interval,
            "no webhook of `%s` reaches this set, and it asks every %s seconds"
                .formatted(forge.key().text(), seconds.orElse(USUAL)));
      }
      if (interval == null || seconds.isEmpty()) {
        continue;
      }
      if (seconds.getAsLong() <= 0) {
        out.add(
            interval,
            "`requeueAfterSeconds` is " + seconds.getAsLong() + ", which switches polling off");
      } else if (seconds.getAsLong() < 60) {
        out.add(
            interval,
            "`requeueAfterSeconds` has the forge asked every " + seconds.getAsLong() + " seconds");
      }
    }
  }
}
