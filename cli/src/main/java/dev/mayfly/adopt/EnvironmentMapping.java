package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Apps of one pull request that the set deploys into one namespace: they are an environment. */
final class EnvironmentMapping implements Mapping {

  @Override
  public void map(Adoption adoption) {
    Map<String, List<AppDraft>> groups = new LinkedHashMap<>();
    for (AppDraft app : adoption.apps) {
      String namespace = app.namespace();
      if (Marks.has(NameText.numbered(namespace), Marks.NUMBER) && Marks.in(namespace)) {
        String key = app.repository() + " " + namespace;
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(app);
      }
    }
    groups.values().removeIf(apps -> apps.size() < 2);
    List<String> taken = new ArrayList<>();
    adoption.apps.forEach(app -> taken.add(app.name));
    for (List<AppDraft> apps : groups.values()) {
      AppDraft first = apps.getFirst();
      Location at = first.at("spec", "destination", "namespace");
      String name = name(adoption, first, taken);
      taken.add(name);
      for (AppDraft app : apps) {
        app.environment = name;
        app.fields.put(
            "environment", name, new Origin.From(at, "apps of one namespace share its place"));
      }
    }
  }

  /** After the namespace, or after the platform, or after neither. */
  private static String name(Adoption adoption, AppDraft app, List<String> taken) {
    String own = NameText.app(NameText.numbered(app.namespace()), List.of());
    String platform = adoption.metadata.text("name");
    for (String name : List.of(own, platform, own + "-all", "all")) {
      if (!NameText.fitted(name).isEmpty() && !taken.contains(name)) {
        return NameText.fitted(name);
      }
    }
    return "all-" + taken.size();
  }

  /** What the one pattern for namespaces is when all apps are in one environment; else empty. */
  static String pattern(Adoption adoption) {
    List<String> names = adoption.apps.stream().map(app -> app.environment).distinct().toList();
    AppDraft first = adoption.apps.getFirst();
    return names.size() == 1 && !first.environment.isEmpty()
        ? NameText.pattern(NameText.numbered(first.namespace()), first.environment)
        : "";
  }

  static boolean isAny(Adoption adoption) {
    return adoption.apps.stream().anyMatch(app -> !app.environment.isEmpty());
  }
}
