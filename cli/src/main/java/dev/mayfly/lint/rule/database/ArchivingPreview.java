package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewDocumentRule;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A preview's database archives or backs itself up. */
public final class ArchivingPreview implements PreviewDocumentRule {
  @Override
  public void checkPreview(Resource resource, Findings out) {
    if (NodeValues.isSet(resource.at("spec", "backup"))) {
      out.add(resource.nearest("spec", "backup"), "`spec.backup` is set");
    }
    for (MapNode plugin : resource.mapsAt("spec", "plugins")) {
      Node archiver = plugin.get("isWALArchiver");
      if (archiver != null && NodeValues.isTrue(archiver)) {
        out.add(archiver, "the plugin `" + plugin.textOrEmpty("name") + "` is its `isWALArchiver`");
      }
    }
    Node skip = resource.at("metadata", "annotations", "cnpg.io/skipEmptyWalArchiveCheck");
    if (skip != null) {
      out.add(
          skip,
          "`cnpg.io/skipEmptyWalArchiveCheck` lets it write into an archive that is not its own");
    }
  }
}
