package dev.mayfly.adopt;

import dev.mayfly.argocd.SyncOption;
import dev.mayfly.argocd.SyncOptions;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;

/** How previews are synced: always by themselves, and always in one way. */
final class SyncMapping implements Mapping {
  private static final Set<String> THE_SAME =
      Set.of(
          SyncOption.CREATE_NAMESPACE.on(),
          SyncOption.SERVER_SIDE_APPLY.on(),
          SyncOption.APPLY_OUT_OF_SYNC_ONLY.on(),
          SyncOption.FAIL_ON_SHARED_RESOURCE.on());

  @Override
  public List<String> reads() {
    return List.of(
        "template.spec.syncPolicy.automated",
        "template.spec.syncPolicy.syncOptions",
        "template.spec.syncPolicy.retry");
  }

  @Override
  public void map(Adoption adoption) {
    for (AppDraft app : adoption.apps) {
      boolean whole =
          List.of("prune", "selfHeal").stream()
              .allMatch(w -> app.text("spec", "syncPolicy", "automated", w).equals("true"));
      if (!whole) {
        adoption.changed(
            app.at("spec", "syncPolicy"),
            "syncPolicy.automated",
            "previews are synced, pruned and healed by themselves");
      }
      for (ScalarNode option : options(app.application).written()) {
        if (!THE_SAME.contains(option.text())) {
          adoption.lost(
              option.location(),
              "sync option " + option.text(),
              "the rendered Application has its own, the same for every preview");
        }
      }
      Node retry = app.application.at("spec", "syncPolicy", "retry");
      if (retry != null) {
        adoption.changed(
            retry.location(),
            "syncPolicy.retry",
            "few short tries, so that a sync that fails holds up neither update nor deletion");
      }
    }
  }

  static SyncOptions options(Node application) {
    return SyncOptions.of(application.at("spec", "syncPolicy", "syncOptions"));
  }
}
