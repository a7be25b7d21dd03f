package dev.mayfly.manifest;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expressions;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The AppProject must permit a kind that the overlay renders, and so permits it to the bundle too.
 * Here such a kind is held to the objects that are rendered. What the admin gives the bundle in
 * {@code apps[].resources} is free where the preview is, and held elsewhere.
 */
final class RenderedKinds {

  private RenderedKinds() {}

  /** Conditions by the message that says what is refused. */
  static Map<String, Expression> checks(Overlay overlay) {
    Map<String, Expression> checks = new LinkedHashMap<>();
    byKind(overlay)
        .forEach((kind, objects) -> {
          List<Expression> permitted = new ArrayList<>();
          permitted.add(AdmissionVariables.isKind(kind.toString()).not());
          if (isGiven(overlay, kind)) {
            permitted.add(AdmissionVariables.PLACE.eq(AdmissionVariables.HOME));
          }
          objects.forEach(object -> permitted.add(RenderedForm.of(object)));
          if (!isFree(overlay, kind, objects)) {
            checks.put(
                "a preview's " + kind.kind() + " is one that Mayfly renders, as it renders it",
                Expressions.any(permitted));
          }
        });
    return checks;
  }

  /** The kinds that are rendered into a namespace. */
  static List<String> in(Overlay overlay, Text namespace) {
    List<String> kinds = new ArrayList<>();
    byKind(overlay)
        .forEach((kind, objects) -> {
          if (objects.stream().anyMatch(object -> isIn(object, namespace))) {
            kinds.add(kind.toString());
          }
        });
    return kinds;
  }

  private static boolean isFree(Overlay overlay, GroupKind kind, List<Manifest> objects) {
    Text home = overlay.blueprint().names().namespace();
    return isGiven(overlay, kind) && objects.stream().allMatch(object -> isIn(object, home));
  }

  private static SortedMap<GroupKind, List<Manifest>> byKind(Overlay overlay) {
    SortedMap<GroupKind, List<Manifest>> kinds = new TreeMap<>();
    for (Manifest object : overlay.objects()) {
      GroupKind kind = object.type();
      if (!kind.equals(GroupKind.NAMESPACE)) {
        kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(object);
      }
    }
    return kinds;
  }

  private static boolean isIn(Manifest object, Text namespace) {
    return object.document().entries().get("metadata") instanceof Value.Fields metadata
        && Value.of(namespace).equals(metadata.entries().get("namespace"));
  }

  /** Whether an object of this kind comes from the overlay alone. */
  static boolean isRendered(Overlay overlay, String group, String kind) {
    GroupKind wanted = new GroupKind(group, kind);
    return byKind(overlay).containsKey(wanted) && !isGiven(overlay, wanted);
  }

  /** Beside production the admin's word does not reach to what the operator does with databases. */
  private static boolean isGiven(Overlay overlay, GroupKind kind) {
    Blueprint blueprint = overlay.blueprint();
    boolean risky =
        blueprint.platform().namespace().isShared()
            && kind.group().equals(AdmittedDatabases.OPERATOR);
    return blueprint.app().resources().contains(kind) && !risky;
  }
}
