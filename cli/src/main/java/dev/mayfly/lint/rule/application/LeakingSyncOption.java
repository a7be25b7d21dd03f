package dev.mayfly.lint.rule.application;

import dev.mayfly.argocd.SyncOptions;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.yaml.ScalarNode;

/** A sync option keeps resources when the preview goes. */
public final class LeakingSyncOption implements PreviewRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    for (ScalarNode option : application.syncOptions().written()) {
      if (SyncOptions.KEEPING.contains(option.text())
          || option.text().equals(SyncOptions.ORPHANING)) {
        out.add(option, "`syncOptions` holds `" + option.text() + "`");
      }
    }
  }
}
