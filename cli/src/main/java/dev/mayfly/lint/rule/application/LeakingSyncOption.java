package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/** A sync option keeps resources when the preview goes. */
public final class LeakingSyncOption implements PreviewRule {
  private static final Set<String> LEAKING =
      Set.of(
          "Delete=false",
          "Delete=confirm",
          "Prune=false",
          "Prune=confirm",
          "PrunePropagationPolicy=orphan");

  @Override
  public void check(ApplicationView application, Findings out) {
    for (ScalarNode option : application.syncOptions().written()) {
      if (LEAKING.contains(option.text())) {
        out.add(option, "`syncOptions` holds `" + option.text() + "`");
      }
    }
  }
}
