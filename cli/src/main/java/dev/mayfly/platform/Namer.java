package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.PreviewNames.DatabaseNames;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Template;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the names of an app's previews from the platform's patterns and proves that they fit. */
final class Namer {
  private final Platform platform;
  private final App app;
  private final Problems problems;
  private final Scope scope;

  /** Patterns that could not be resolved; what else is wrong with them would be an echo. */
  private final Set<ScalarNode> broken = new HashSet<>();

  Namer(Platform platform, App app, Problems problems) {
    this.platform = platform;
    this.app = app;
    this.problems = problems;
    this.scope = known(platform, app.name());
  }

  /** What names may be made of, and what people say, which they may not. */
  static Scope known(Platform platform, String name) {
    Scope known =
        new Scope()
            .put("pr.number", Text.of(new Fact.Number()))
            .put("app.name", name)
            .put("platform.name", platform.name());
    // Known, so that a pattern that names one is told why it may not.
    Fact.Said.KEYS.forEach(said -> known.put("pr." + said, Text.of(new Fact.Said(said))));
    return known;
  }

  PreviewNames names() {
    Naming naming = platform.naming();
    Text application = resolve(naming.application());
    check(application, applicationLimit(), naming.application(), "application");
    List<Text> hosts = hosts(naming.host());
    Text namespace = namespace(naming.namespace());
    return new PreviewNames(
        namespace,
        application,
        hosts,
        app.database().map(database -> database(database, namespace, application)));
  }

  private NameLimit applicationLimit() {
    boolean jobs = app.database().flatMap(Database::migrationCheck).isPresent();
    if (jobs && platform.namespace().isShared()) {
      return NameLimit.SHARED_WITH_JOBS;
    }
    return app.bundle().kind() == AppBundle.Kind.HELM
        ? NameLimit.HELM_RELEASE
        : NameLimit.APPLICATION;
  }

  private Text namespace(ScalarNode pattern) {
    if (platform.namespace().isShared()) {
      return Text.of(platform.namespace().sharedName().orElse(""));
    }
    Text namespace = resolve(pattern, known(platform, app.environment().orElse(app.name())));
    check(namespace, NameLimit.NAMESPACE, pattern, "namespace");
    return namespace;
  }

  /** One for each route; an app without routes may bring its own for the host of all apps. */
  private List<Text> hosts(ScalarNode usual) {
    List<Text> hosts = new ArrayList<>();
    if (platform.exposure().domain().isEmpty()) {
      return hosts;
    }
    HostNames names = new HostNames(platform.exposure(), problems);
    Text common = Text.of("");
    for (Route route : app.routes()) {
      if (route.host().isPresent()) {
        hosts.add(host(names, route.host().get()));
      } else {
        common = common.parts().isEmpty() ? host(names, usual) : common;
        hosts.add(common);
      }
    }
    return hosts.isEmpty() ? List.of(host(names, usual)) : hosts;
  }

  private Text host(HostNames names, ScalarNode pattern) {
    Text label = resolve(pattern);
    if (names.fits(label, pattern)) {
      check(names.checked(label), names.limit(label), pattern, "host");
    }
    return names.host(label);
  }

  private DatabaseNames database(Database database, Text namespace, Text application) {
    ScalarNode pattern = platform.naming().database();
    Text object = resolve(pattern);
    Text objectNamespace = database.namespace().map(Text::of).orElse(namespace);
    Text secret =
        database.instance().isPresent() && isSame(database, namespace)
            ? DatabaseNames.clusterSecret(object)
            : Blueprint.objectName(platform, app, application, Blueprint.DATABASE);
    boolean shared = database instanceof Database.Shared;
    check(object, shared ? NameLimit.DATABASE_OBJECT : NameLimit.CLUSTER, pattern, "database");
    Text cluster = object;
    Text name = object.replace('-', '_');
    Text owner = name;
    if (database instanceof Database.Shared elsewhere) {
      cluster = Text.of(elsewhere.cluster());
    } else if (database instanceof CloneDatabase clone) {
      name = Text.of(clone.source().database());
      owner = Text.of(clone.source().owner());
    } else if (database instanceof Database.Ephemeral own) {
      name = Text.of(own.name());
      owner = Text.of(own.owner());
    }
    return new DatabaseNames(object, cluster, objectNamespace, name, owner, secret);
  }

  /** Whether the database's objects are where the preview is. */
  private static boolean isSame(Database database, Text namespace) {
    return database.namespace().isEmpty()
        || namespace.literal().filter(database.namespace().get()::equals).isPresent();
  }

  private Text resolve(ScalarNode pattern) {
    return resolve(pattern, scope);
  }

  private Text resolve(ScalarNode pattern, Scope known) {
    Problems found = new Problems();
    Value value = Template.resolve(pattern, known, found);
    if (!found.isEmpty()) {
      problems.addAll(found.sorted());
      broken.add(pattern);
    }
    return value instanceof Value.Str(Text text) ? text : Text.of("");
  }

  private void check(Text name, NameLimit limit, ScalarNode pattern, String what) {
    if (broken.contains(pattern)) {
      return;
    }
    Optional<String> reason = limit.violation(name);
    reason.ifPresent(r ->
        problems.error(
            "name-limit",
            pattern.location(),
            "the " + what + " of app `" + app.name() + "` does not fit: " + r,
            name.carriesNumber()
                ? "names are proven for pull request 2147483647; shorten the pattern or the app's"
                    + " name"
                : "put `${pr.number}` into the pattern, as in `${app.name}-${pr.number}`"));
  }
}
