package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.template.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the API server refuses of a preview: expressions by the message that says so. */
final class AdmissionChecks {
  private AdmissionChecks() {}

  static Map<String, String> of(Overlay overlay) {
    Blueprint blueprint = overlay.blueprint();
    Map<String, String> checks = new LinkedHashMap<>();
    checks.put("a preview touches its own namespace only", placement(overlay));
    if (blueprint.platform().namespace().isShared()) {
      checks.put(
          "in a shared namespace every object is named after its preview",
          ownName(overlay, "object.metadata.name"));
      checks.put(
          "in a shared namespace a preview has its own database only", sharedDatabase(overlay));
      checks.put(
          "in a shared namespace a preview writes its own secrets only",
          forKind(
              "external-secrets.io",
              "ExternalSecret",
              "!has(object.spec.target) || !has(object.spec.target.name) || "
                  + ownName(overlay, "object.spec.target.name")));
    }
    checks.put(
        "a preview takes online volume snapshots only",
        forKind(
            DatabaseObjects.OPERATOR,
            "Backup",
            "has(object.spec.method) && object.spec.method == 'volumeSnapshot'"
                + " && has(object.spec.online) && object.spec.online"));
    checks.put(
        "a preview's cluster has one instance, no backup and no superuser",
        forKind(
            DatabaseObjects.OPERATOR,
            "Cluster",
            "object.spec.instances == 1 && !has(object.spec.backup)"
                + " && (!has(object.spec.enableSuperuserAccess)"
                + " || !object.spec.enableSuperuserAccess)"
                + " && !object.metadata.annotations.exists(key, key in"
                + " ['cnpg.io/podPatch', 'cnpg.io/validation',"
                + " 'cnpg.io/skipEmptyWalArchiveCheck'])"));
    checks.put(
        "a preview's role is no superuser",
        forKind(
            DatabaseObjects.OPERATOR,
            "DatabaseRole",
            "(!has(object.spec.superuser) || !object.spec.superuser)"
                + " && (!has(object.spec.inRoles) || size(object.spec.inRoles) == 0)"));
    checks.put("a preview's route has its own host and listener only", route(blueprint));
    return checks;
  }

  private static String placement(Overlay overlay) {
    String own = "variables.where == variables.home";
    String namespace =
        overlay.blueprint().platform().namespace().isShared()
            ? ""
            : " || (variables.where == '' && object.kind == 'Namespace'"
                + " && object.metadata.name == variables.home)";
    return own + namespace + databasePlacement(overlay);
  }

  /**
   * In the database namespace only what is rendered there, each kind under its own name and about
   * its own database.
   */
  private static String databasePlacement(Overlay overlay) {
    if (!overlay.blueprint().hasDatabaseElsewhere()) {
      return "";
    }
    Text namespace = overlay.blueprint().names().database().orElseThrow().namespace();
    return " || (variables.where == %s && %s)"
        .formatted(
            Cel.name(namespace),
            DatabaseObjects.anyOf(overlay, object -> DatabaseObjects.isIn(object, namespace)));
  }

  /**
   * Beside production an object of the operator could name production's cluster, whatever its own
   * name is. A Cluster of the bundle's own names itself only.
   */
  private static String sharedDatabase(Overlay overlay) {
    boolean bringsCluster =
        overlay.objects().stream().noneMatch(object -> object.kind().equals("Cluster"));
    return "!object.apiVersion.startsWith('%s/') || %s%s"
        .formatted(
            DatabaseObjects.OPERATOR,
            bringsCluster ? "object.kind == 'Cluster' || " : "",
            DatabaseObjects.anyOf(
                overlay, object -> object.group().equals(DatabaseObjects.OPERATOR)));
  }

  private static String ownName(Overlay overlay, String name) {
    TreeSet<String> prefixes = new TreeSet<>();
    prefixes.add("variables.application");
    overlay
        .blueprint()
        .names()
        .database()
        .ifPresent(database -> prefixes.add(Cel.name(database.object())));
    return prefixes.stream()
        .map(prefix -> "%s == %s || %s.startsWith(%s + '-')".formatted(name, prefix, name, prefix))
        .collect(Collectors.joining(" || "));
  }

  private static String route(Blueprint blueprint) {
    RouteParent parent = RouteParent.of(blueprint.platform());
    return forKind(
        "gateway.networking.k8s.io",
        "HTTPRoute",
        ("has(object.spec.hostnames) && size(object.spec.hostnames) == 1"
                + " && object.spec.hostnames[0] == variables.host"
                + " && has(object.spec.parentRefs) && object.spec.parentRefs.all(ref,"
                + " has(ref.kind) && ref.kind == '%s' && ref.name == '%s'"
                + " && has(ref.namespace) && ref.namespace == '%s'"
                + " && has(ref.sectionName) && ref.sectionName == '%s')")
            .formatted(parent.kind(), parent.name(), parent.namespace(), parent.listener()));
  }

  private static String forKind(String group, String kind, String condition) {
    return "!(object.apiVersion.startsWith('%s/') && object.kind == '%s') || (%s)"
        .formatted(group, kind, condition);
  }
}
