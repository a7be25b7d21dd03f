package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.KIND;

import dev.mayfly.cel.Expression;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.platform.Blueprint;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Who brings what of a namespace that several apps share. The project must permit the kinds of all
 * of them to each.
 */
final class EnvironmentAdmission {
  private static final List<GroupKind> BOUNDS =
      List.of(GroupKind.LIMIT_RANGE, GroupKind.RESOURCE_QUOTA);

  private EnvironmentAdmission() {}

  static Map<String, Expression> checks(Overlay overlay) {
    Blueprint blueprint = overlay.blueprint();
    if (blueprint.isEnvironment()) {
      TreeSet<String> own = new TreeSet<>();
      overlay.objects().forEach(object -> own.add(object.type().toString()));
      return Map.of("an environment brings its namespace and what bounds it only", KIND.in(own));
    }
    List<String> foreign =
        BOUNDS.stream()
            .filter(kind -> !blueprint.app().resources().contains(kind))
            .filter(kind -> !RenderedKinds.isRendered(overlay, kind.group(), kind.kind()))
            .map(GroupKind::toString)
            .toList();
    return !blueprint.isInEnvironment() || foreign.isEmpty()
        ? Map.of()
        : Map.of(
            "what bounds the namespace is brought by the environment, not by an app",
            KIND.in(foreign).not());
  }
}
