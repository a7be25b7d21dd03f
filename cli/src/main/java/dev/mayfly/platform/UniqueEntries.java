package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that identify an entry of a list stand once in it. */
final class UniqueEntries implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, Whereabouts where, Problems problems) {
    Set<String> rules = new HashSet<>();
    platform.severities().stream()
        .filter(chosen -> !rules.add(chosen.rule()))
        .forEach(chosen -> twice("rule", chosen.rule(), chosen.where(), problems));
    List<App> apps = platform.apps();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < apps.size(); i++) {
      App app = apps.get(i);
      if (!names.add(app.name())) {
        twice("app", app.name(), where.of("apps", i, "name"), problems);
      }
      Set<String> images = new HashSet<>();
      for (int k = 0; k < app.images().size(); k++) {
        Image image = app.images().get(k);
        if (!images.add(image.id())) {
          twice("image", image.id(), where.of("apps", i, "images", k, "id"), problems);
        }
        if (!images.add(image.name())) {
          twice("image", image.name(), where.of("apps", i, "images", k, "name"), problems);
        }
      }
      Set<String> secrets = new HashSet<>(Set.of(Blueprint.CONFIG, Blueprint.DATABASE));
      for (int k = 0; k < app.bindings().secrets().size(); k++) {
        String secret = app.bindings().secrets().get(k).name();
        if (!secrets.add(secret)) {
          twice("secret", secret, where.of("apps", i, "bindings", "secrets", k, "name"), problems);
        }
      }
    }
  }

  private static void twice(String what, String name, Location location, Problems problems) {
    problems.error("duplicate-entry", location, "the " + what + " `" + name + "` stands twice");
  }
}
