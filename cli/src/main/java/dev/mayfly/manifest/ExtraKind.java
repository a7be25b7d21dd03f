package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.App.Extra;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Template;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects that only this platform's admins know of, from {@code templates/extra/}: an auth proxy, a
 * sealed secret, a job that seeds. They are templates like all others, held to what keeps previews
 * apart.
 */
final class ExtraKind implements OverlayKind {
  private static final String PREFIX = "extra-";

  /** Whether a file of an overlay, or of a baseline chart, holds an object of the admins' own. */
  static boolean isExtra(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith(PREFIX);
  }

  @Override
  public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
    List<Manifest> manifests = new ArrayList<>();
    Problems problems = new Problems();
    for (Extra extra : blueprint.app().extras()) {
      List<Template> documents = templates.extra(extra);
      for (int i = 0; i < documents.size(); i++) {
        Value.Fields object = documents.get(i).render(scope(blueprint));
        new ExtraRules(blueprint, documents.get(i), object, problems).check();
        // A dot, which no extra's name has: `proxy` with two documents and `proxy-2` do not meet.
        String number = documents.size() == 1 ? "" : "." + (i + 1);
        manifests.add(
            new Manifest(
                PREFIX + extra.name() + number + ".yaml",
                labelled(object, OverlayScope.labels(blueprint))));
      }
    }
    problems.throwIfAny(Fault.CONFIGURATION);
    return manifests;
  }

  /** Refuses an extra that is an object of the overlay already: kustomize would not build it. */
  static void requireDistinct(List<Manifest> objects) {
    if (objects.stream().noneMatch(object -> isExtra(object.path()))) {
      return;
    }
    Map<String, String> known = new HashMap<>();
    for (Manifest object : objects) {
      String name = metadata(object, "name");
      String identity =
          String.join(" ", object.group(), object.kind(), metadata(object, "namespace"), name);
      String before = known.putIfAbsent(identity, object.path());
      if (before != null) {
        throw Fault.CONFIGURATION.error(
            "extra-twice",
            Location.ofFile("templates/extra"),
            "`%s` and `%s` of a preview are one object: %s `%s`"
                .formatted(before, object.path(), object.kind(), name),
            "give the extra another name");
      }
    }
  }

  private static String metadata(Manifest object, String key) {
    return ExtraRules.text(object.document(), "metadata", key).map(Text::toString).orElse("");
  }

  /** All that templates of a preview may name, and nothing that an extra must use. */
  private static Scope scope(Blueprint blueprint) {
    return new Scope(OverlayScope.labelled(blueprint));
  }

  /** With the labels by which every object of a preview is found, beside its own. */
  private static Value.Fields labelled(Value.Fields object, Value.Fields labels) {
    Value.Fields metadata = fields(object.at("metadata"));
    Map<String, Value> all = new LinkedHashMap<>(labels.entries());
    fields(metadata.at("labels")).entries().forEach(all::putIfAbsent);
    return object.with("metadata", metadata.with("labels", new Value.Fields(all)));
  }

  private static Value.Fields fields(@Nullable Value value) {
    return value instanceof Value.Fields fields ? fields : Value.EMPTY;
  }
}
