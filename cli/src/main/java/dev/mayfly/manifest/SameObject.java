package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.template.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Refuses an extra that is an object which the overlay has already: kustomize would not build it.
 */
final class SameObject {
  private SameObject() {}

  static void refuse(List<Manifest> objects) {
    if (objects.stream().noneMatch(object -> ExtraKind.isExtra(object.path()))) {
      return;
    }
    Map<String, String> known = new HashMap<>();
    for (Manifest object : objects) {
      String identity =
          String.join(
              " ", object.group(), object.kind(), text(object, "namespace"), text(object, "name"));
      String before = known.putIfAbsent(identity, object.path());
      if (before != null) {
        throw Fault.CONFIGURATION.error(
            "extra-twice",
            Location.ofFile("templates/extra"),
            "`%s` and `%s` of a preview are one object: %s `%s`"
                .formatted(before, object.path(), object.kind(), text(object, "name")),
            "give the extra another name");
      }
    }
  }

  private static String text(Manifest object, String key) {
    Optional<Text> text = ExtraRules.text(object.document(), "metadata", key);
    return text.map(Text::toString).orElse("");
  }
}
