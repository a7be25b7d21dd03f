package dev.mayfly.lint.rule.database;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;

/** A role and its database are made, and dropped, in the wrong order. */
public final class DatabaseWaves implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource database, Findings out) {
    String owner = database.textOrEmpty("spec", "owner");
    for (Resource role : corpus.inDirectory(database.directory())) {
      boolean owns = !owner.isEmpty() && owner.equals(role.textOrEmpty("spec", "name"));
      boolean together =
          role.is(GroupKind.DATABASE_ROLE) && role.namespace().equals(database.namespace());
      // The operator tries again until the role is there; only a preview is also taken apart.
      boolean preview = PreviewScope.isPreview(database) || PreviewScope.isPreview(role);
      if (preview && owns && together && role.wave() >= database.wave()) {
        boolean blocks = role.wave() > database.wave();
        out.about(role)
            .add(
                blocks ? Severity.ERROR : Severity.WARNING,
                role.nearest("metadata", "annotations", ArgoMetadata.SYNC_WAVE),
                "the role is in wave " + role.wave() + ", its database in " + database.wave());
      }
    }
  }
}
