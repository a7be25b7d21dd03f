package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.Storage.SnapshotClass;
import dev.mayfly.platform.Storage.StorageClass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names that identify an entry of a list stand once in it. */
final class UniqueEntries implements PlatformChecks.Check {
  /**
   * What CloudNativePG and the preview's database call their Secrets, behind the name of the
   * cluster: in a shared namespace that can be how the app's own Secrets begin.
   */
  private static final Set<String> DATABASE_SECRETS =
      Set.of("app", "superuser", "ca", "server", "replication", "role");

  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    Set<String> rules = new HashSet<>();
    platform.severities().stream()
        .filter(chosen -> !rules.add(chosen.rule()))
        .forEach(chosen -> twice("rule", chosen.rule(), chosen.where(), problems));
    platformEntries(platform, where, problems);
    List<App> apps = platform.apps();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < apps.size(); i++) {
      App app = apps.get(i);
      SourcePositions at = where.below("apps", i);
      if (!names.add(app.name())) {
        twice("app", app.name(), at.of("name"), problems);
      }
      Set<String> images = new HashSet<>();
      for (int k = 0; k < app.images().size(); k++) {
        Image image = app.images().get(k);
        if (!images.add(image.id())) {
          twice("image", image.id(), at.of("images", k, "id"), problems);
        }
        if (!images.add(image.name())) {
          twice("image", image.name(), at.of("images", k, "name"), problems);
        }
      }
      Set<String> extras = new HashSet<>();
      app.extras().stream()
          .filter(extra -> !extras.add(extra.name()))
          .forEach(extra -> twice("extra", extra.name(), extra.where(), problems));
      boolean beside = platform.namespace().isShared() && app.database().isPresent();
      secrets(app, at, beside, problems);
    }
  }

  /** What the platform lists, each of which gives one file. */
  private static void platformEntries(Platform platform, SourcePositions where, Problems problems) {
    Set<String> seen = new HashSet<>();
    List<Peer> egress = platform.namespace().egress();
    for (int i = 0; i < egress.size(); i++) {
      for (String to : targets(egress.get(i))) {
        if (!seen.add(to)) {
          twice("egress", to, where.of("namespace", "egress", i), problems);
        }
      }
    }
    List<String> ingress = platform.namespace().ingress().stream().map(Peer::name).toList();
    distinct("ingress", ingress, where.below("namespace", "ingress"), problems);
    List<String> classes = platform.storage().classes().stream().map(StorageClass::name).toList();
    distinct("storage class", classes, where.below("storage", "classes"), problems);
    List<String> snapshots =
        platform.storage().snapshotClasses().stream().map(SnapshotClass::name).toList();
    distinct("snapshot class", snapshots, where.below("storage", "snapshotClasses"), problems);
    platform
        .argocd()
        .webhook()
        .filter(webhook -> webhook.host().equals(webhook.serverHost()))
        .ifPresent(webhook ->
            problems.error(
                "one-webhook-host",
                where.of("argocd", "webhook", "serverHost"),
                "the ApplicationSet controller and the API server serve the same path",
                "give each a host of its own"));
  }

  /** Entries of a list that have a name each, which stands there where it is written. */
  private static void distinct(
      String what, List<String> names, SourcePositions where, Problems problems) {
    for (int i = 0; i < names.size(); i++) {
      if (names.indexOf(names.get(i)) < i) {
        twice(what, names.get(i), where.of(i, "name"), problems);
      }
    }
  }

  /** By what the files of an entry differ from those of others. */
  private static List<String> targets(Peer egress) {
    return egress instanceof Peer.InNamespace
        ? egress.ports().stream().map(port -> egress.name() + ":" + port).toList()
        : List.of(egress.name());
  }

  private static void secrets(
      App app, SourcePositions where, boolean besideDatabase, Problems problems) {
    Set<String> secrets = new HashSet<>();
    for (int k = 0; k < app.bindings().secrets().size(); k++) {
      String secret = app.bindings().secrets().get(k).name();
      Location at = where.of("bindings", "secrets", k, "name");
      if (besideDatabase && DATABASE_SECRETS.contains(secret)) {
        reserved(secret, "a database's own secret", at, problems);
      } else if (secret.equals(Blueprint.CONFIG)) {
        reserved(secret, "the ConfigMap with `bindings.config`", at, problems);
      } else if (secret.equals(Blueprint.DATABASE) && app.database().isPresent()) {
        reserved(secret, "the Secret with the connection to the app's `database`", at, problems);
      } else if (!secrets.add(secret)) {
        twice("secret", secret, at, problems);
      }
    }
  }

  private static void reserved(String name, String what, Location at, Problems problems) {
    problems.error(
        "reserved-name",
        at,
        "`" + name + "` is what " + what + " is called here",
        "give it another name");
  }

  private static void twice(String what, String name, Location location, Problems problems) {
    problems.error("duplicate-entry", location, "duplicate " + what + " `" + name + "`");
  }
}
