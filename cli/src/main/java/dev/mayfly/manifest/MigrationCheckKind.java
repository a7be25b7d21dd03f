package dev.mayfly.manifest;

import dev.mayfly.argocd.SyncPhase;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.CloneDatabase;
import dev.mayfly.platform.Database;
import dev.mayfly.platform.MigrationCheck;
import dev.mayfly.platform.MigrationCheck.Keeps;
import dev.mayfly.platform.MigrationCheck.Order;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.List;
import java.util.Optional;

/**
 * Two Jobs around the workload that hold migrations to one direction. The first, before it, keeps
 * what is applied; the second, after it, refuses what went back or came in behind. Both are hooks
 * that a sync makes anew, since a Job cannot be changed; neither names the head commit, so that
 * both patterns have the same. No PreSync: that would wait for a database that comes after it. No
 * {@code ttlSecondsAfterFinished}: Argo CD would take a hook that is gone for one to run again
 * (Argo CD docs, "Resource Hooks").
 */
final class MigrationCheckKind implements OverlayKind {
  private static final String BEFORE = "migrations-before";
  private static final String AFTER = "migrations-after";

  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    Optional<MigrationCheck> check = blueprint.app().database().flatMap(Database::migrationCheck);
    if (check.isEmpty()) {
      return List.of();
    }
    return List.of(
        job(BEFORE, SyncPhase.SYNC, blueprint, check.get(), templates),
        job(AFTER, SyncPhase.POST_SYNC, blueprint, check.get(), templates));
  }

  private static Manifest job(
      String name, SyncPhase hook, Blueprint blueprint, MigrationCheck check, Templates templates) {
    boolean clone = blueprint.app().database().orElse(null) instanceof CloneDatabase;
    Scope scope =
        OverlayScope.labelled(blueprint)
            .put("name", blueprint.objectName(name))
            .put("hook", hook.toString())
            .put("podLabels", podLabels(blueprint))
            .put("check.image", check.image())
            .put("check.deadline", new Value.Num(check.deadlineSeconds()))
            .put("check.resources", OverlayScope.resources(check.requests(), check.limits()))
            .put("history.table", quoted(check.table()))
            .put("history.column", quoted(check.column()))
            .put("history.order", check.order() == Order.NUMBER ? "::numeric" : " collate \"C\"")
            .put("history.keepsAll", Boolean.toString(check.keeps() == Keeps.ALL))
            // A clone of production has a history; a database of its own has none yet.
            .put("history.required", Boolean.toString(clone));
    return templates.manifest(name + ".yaml", TemplateName.OVERLAY_MIGRATION_CHECK, scope);
  }

  /** In a shared namespace the policies select the preview's pods by this label. */
  private static Value podLabels(Blueprint blueprint) {
    Value.Fields labels = OverlayScope.labels(blueprint);
    return blueprint.platform().namespace().isShared()
        ? labels.with(BundleSource.podLabel(blueprint), blueprint.names().application())
        : labels;
  }

  /** The identifiers hold no quote; in quotes none of them is a word of SQL. */
  private static String quoted(String name) {
    return '"' + name.replace(".", "\".\"") + '"';
  }
}
