package dev.mayfly.lint.rule.application;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.platform.Targets;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import org.jspecify.annotations.Nullable;

/** A field needs a newer Argo CD. */
public final class NewerField implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    for (Generator generator : SetView.of(resource).pullRequests()) {
      MapNode body = generator.body();
      newer(body, "values", new ReleaseLine(3, 0), out);
      newer(body.get("gitea"), "labels", new ReleaseLine(3, 1), out);
      newer(body, "continueOnRepoNotFoundError", new ReleaseLine(3, 2), out);
      for (MapNode filter : body.mapsAt("filters")) {
        newer(filter, "titleMatch", new ReleaseLine(3, 2), out);
      }
    }
    newer(resource.at("spec", "strategy"), "deletionOrder", new ReleaseLine(3, 2), out);
    for (ApplicationView application : ApplicationView.of(resource)) {
      for (SourceView source : application.sources()) {
        newer(source.node(), "tagPrefix", new ReleaseLine(3, 5), out);
        newer(source.at("directory"), "disableExtensionFilter", new ReleaseLine(3, 6), out);
      }
    }
    if (resource.is(GroupKind.PROJECT)) {
      for (MapNode entry : resource.mapsAt("spec", "clusterResourceWhitelist")) {
        newer(entry, "name", new ReleaseLine(3, 3), out);
      }
      newer(resource.at("spec"), "sourceIntegrity", new ReleaseLine(3, 5), out);
    }
  }

  private static void newer(@Nullable Node holder, String field, ReleaseLine since, Findings out) {
    MapNode.Entry entry = holder instanceof MapNode map ? map.entry(field) : null;
    ReleaseLine target = out.targets().argocd();
    if (entry != null && target.compareTo(since) < 0) {
      out.add(
          Targets.Part.ARGOCD,
          entry.key(),
          "`%s` exists from %s, and the target is %s".formatted(field, since, target));
    }
  }
}
