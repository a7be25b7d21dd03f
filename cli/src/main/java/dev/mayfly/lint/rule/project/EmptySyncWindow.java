package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.gotemplate.GoDuration;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.CronSchedule;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sync window applies to nothing, or never, or always: what Argo CD's API would refuse (v3.5.1
 * {@code SyncWindow.Validate}).
 */
public final class EmptySyncWindow implements DocumentRule {
  private static final List<String> SCOPES = List.of("applications", "namespaces", "clusters");
  private static final Set<String> KINDS = Set.of("allow", "deny");

  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode window : resource.mapsAt("spec", "syncWindows")) {
      if (SCOPES.stream().noneMatch(it -> NodeValues.isSet(window.get(it)))) {
        out.add(window, "it has none of `applications`, `namespaces` and `clusters`");
      }
      String kind = window.textOrEmpty("kind");
      if (!KINDS.contains(kind) && !TemplateText.isTemplated(kind)) {
        out.add(window.orThis("kind"), said(window, "kind", "not `allow` or `deny`"));
      }
      String schedule = window.textOrEmpty("schedule");
      Optional<String> fault = CronSchedule.fault(schedule);
      if (fault.isPresent() && !TemplateText.isTemplated(schedule)) {
        out.add(window.orThis("schedule"), "`schedule` cannot be read: " + fault.get());
      }
      String duration = window.textOrEmpty("duration");
      if (GoDuration.parse(duration).isEmpty() && !TemplateText.isTemplated(duration)) {
        out.add(window.orThis("duration"), said(window, "duration", "no time such as `1h30m`"));
      }
    }
  }

  private static String said(MapNode window, String field, String what) {
    Node value = window.get(field);
    return value == null
        ? "`" + field + "` is missing"
        : "`%s` is `%s`, %s".formatted(field, NodeValues.text(value), what);
  }
}
