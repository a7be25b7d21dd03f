package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A preview's database archives or backs itself up. */
public final class ArchivingPreview implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.CLUSTER);
  }

  @Override
  public void check(Resource resource, Findings out) {
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    Node backup = resource.at("spec", "backup");
    if (backup != null && Fields.isSet(backup)) {
      out.add(resource.nearest("spec", "backup"), "a preview is not backed up");
    }
    for (MapNode plugin : Fields.maps(resource.at("spec", "plugins"))) {
      Node archiver = plugin.get("isWALArchiver");
      if (archiver != null && Fields.isTrue(archiver)) {
        out.add(archiver, "a preview does not archive WAL");
      }
    }
    Node skip = resource.at("metadata", "annotations", "cnpg.io/skipEmptyWalArchiveCheck");
    if (skip != null) {
      out.add(skip, "this lets a clone write into an archive that is not its own");
    }
  }
}
