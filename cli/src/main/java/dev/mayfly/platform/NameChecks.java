package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.PreviewNames.DatabaseNames;
import dev.mayfly.template.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two previews never share a name, whatever their numbers. */
final class NameChecks {
  private NameChecks() {}

  static void run(
      Platform platform,
      List<Blueprint> apps,
      List<Blueprint> environments,
      SourcePositions where,
      Problems problems) {
    List<Blueprint> blueprints = Stream.concat(apps.stream(), environments.stream()).toList();
    for (int i = 0; i < blueprints.size(); i++) {
      ownCluster(blueprints.get(i), where, problems);
      if (i < apps.size()) {
        ownHosts(blueprints.get(i), where.of("apps", i, "routes"), problems);
      }
      for (int j = i + 1; j < blueprints.size(); j++) {
        new Pair(blueprints.get(i), blueprints.get(j)).check(platform, where, problems);
      }
    }
  }

  /**
   * CloudNativePG gives a cluster's name to its ServiceAccount, Role and RoleBinding, and a chart
   * gives the release's name to its own: of two that meet, the pods of the app would get the rights
   * of the database (CloudNativePG source, {@code createOrPatchServiceAccount}).
   */
  private static void ownCluster(Blueprint blueprint, SourcePositions where, Problems problems) {
    Optional<DatabaseNames> names = blueprint.names().database();
    if (names.isPresent()
        && blueprint.app().bundle().kind() == AppBundle.Kind.HELM
        && blueprint.app().database().flatMap(Database::instance).isPresent()
        && !blueprint.hasDatabaseElsewhere()
        && names.get().object().equals(blueprint.names().application())) {
      problems.error(
          "cluster-named-as-release",
          where.of("naming"),
          "the database of app `%s` has the name of its Helm release, `%s`, and so has its ServiceAccount"
              .formatted(blueprint.app().name(), names.get().object()),
          "set `naming.database: ${app.name}-pg-pr-${pr.number}`");
    }
  }

  /** One preview's second host is not another preview's first. */
  private static void ownHosts(Blueprint blueprint, Location at, Problems problems) {
    List<Text> hosts = blueprint.names().hosts();
    for (int i = 0; i < hosts.size(); i++) {
      for (int j = i + 1; j < hosts.size(); j++) {
        Text one = hosts.get(i);
        Text other = hosts.get(j);
        if (!one.equals(other) && NameCollision.canMeet(one, other)) {
          problems.error(
              "names-can-meet",
              at,
              "hosts of app `%s` can meet for two pull requests: `%s` and `%s`"
                  .formatted(blueprint.app().name(), one, other),
              "set ${pr.number} off from the rest by a hyphen");
        }
      }
    }
  }

  private record Pair(Blueprint one, Blueprint other) {
    void check(Platform platform, SourcePositions where, Problems problems) {
      boolean together = one.app().environment().isPresent() && sameEnvironment();
      if (one.ownsNamespace() && other.ownsNamespace()) {
        compare("namespace", one.names().namespace(), other.names().namespace(), where, problems);
      }
      compare(
          "application", one.names().application(), other.names().application(), where, problems);
      if (!one.isEnvironment() && !other.isEnvironment()) {
        for (Text mine : one.names().hosts()) {
          other.names().hosts().forEach(theirs -> compare("host", mine, theirs, where, problems));
        }
      }
      Optional<DatabaseNames> first = one.names().database();
      Optional<DatabaseNames> second = other.names().database();
      if (first.isPresent() && second.isPresent()) {
        compare("database", first.get().object(), second.get().object(), where, problems);
      }
      if (platform.namespace().isShared() || together) {
        Location at = together ? where.of("apps") : where.of("naming", "application");
        compareObjects(at, problems);
      }
      if (together) {
        compareServices(where.of("apps"), problems);
      }
    }

    private boolean sameEnvironment() {
      return one.app().environment().equals(other.app().environment());
    }

    /** A Service of one name can be one app's only, and the other's host would lead to it. */
    private void compareServices(Location at, Problems problems) {
      one.routes().stream()
          .map(ServedRoute::service)
          .filter(mine -> other.routes().stream().anyMatch(its -> its.service().equals(mine)))
          .findFirst()
          .ifPresent(service ->
              problems.error(
                  "environment-one-service",
                  at,
                  "apps `%s` and `%s` share a namespace, and both are reached by Service `%s`"
                      .formatted(one.app().name(), other.app().name(), service),
                  "give each Service a name of its own"));
    }

    /** Where all previews share a namespace, an app's Secret could be another's ConfigMap. */
    private void compareObjects(Location at, Problems problems) {
      for (Text mine : objects(one)) {
        for (Text theirs : objects(other)) {
          if (NameCollision.canMeet(mine, theirs)) {
            problems.error(
                "names-can-meet",
                at,
                "objects of %s can meet in the shared namespace: `%s` and `%s`"
                    .formatted(both(), mine, theirs),
                "name the apps or their secrets so that no name begins with another's");
            return;
          }
        }
      }
    }

    private static List<Text> objects(Blueprint blueprint) {
      List<Text> objects = new ArrayList<>();
      objects.add(blueprint.objectName(Blueprint.CONFIG));
      blueprint.routes().stream()
          .filter(route -> !route.suffix().isEmpty())
          .map(route -> blueprint.names().application().plus(route.suffix()))
          .forEach(objects::add);
      blueprint.names().database().ifPresent(database -> objects.add(database.secret()));
      blueprint.app().bindings().secrets().stream()
          .map(secret -> blueprint.objectName(secret.name()))
          .forEach(objects::add);
      return objects;
    }

    private String both() {
      return one.isEnvironment() || other.isEnvironment()
          ? kind(one) + " and " + kind(other)
          : "apps `%s` and `%s`".formatted(one.app().name(), other.app().name());
    }

    private static String kind(Blueprint blueprint) {
      String word = blueprint.isEnvironment() ? "environment" : "app";
      return word + " `" + blueprint.app().name() + "`";
    }

    private void compare(String what, Text a, Text b, SourcePositions where, Problems problems) {
      if (NameCollision.canMeet(a, b)) {
        problems.error(
            "names-can-meet",
            where.of("naming", what),
            "the %s names of %s can meet: `%s` and `%s`".formatted(what, both(), a, b),
            "put ${app.name} into the pattern, set off from ${pr.number} by a hyphen");
      }
    }
  }
}
