package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.Bindings.SecretBinding;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Template;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves an app's names and the placeholders in its settings, as far as no pull request is
 * needed.
 *
 * @param files those of the GitOps repository; empty where nobody has them at hand
 * @param valueFiles where the app's value files are written
 */
record AppResolution(
    Platform platform,
    App app,
    Optional<GitOpsFiles> files,
    Location valueFiles,
    Problems problems) {
  Blueprint blueprint() {
    PreviewNames names = new Namer(platform, app, problems).names();
    Scope facts = facts(names);
    return new Blueprint(
        platform,
        app,
        names,
        facts,
        routes(names, facts),
        values(facts),
        app.bindings().config().map(config -> strings(config, facts)));
  }

  private Scope facts(PreviewNames names) {
    Scope facts =
        Namer.known(platform, app.name())
            .put("pr.headSha", Text.of(new Fact.HeadSha()))
            .put("pr.repository", app.repository().path())
            .put("preview.namespace", names.namespace())
            .put("preview.application", names.application());
    names.host().ifPresent(host -> facts.put("preview.host", host));
    names.url().ifPresent(url -> facts.put("preview.url", url));
    // Each has a host: routes where previews have no domain were refused before.
    for (int i = 0; i < app.routes().size(); i++) {
      Text host = names.hosts().get(i);
      app.routes().get(i).name().ifPresent(name -> facts.put("preview.hosts." + name, host));
    }
    for (Image image : app.images()) {
      Text digest = Text.of(new Fact.ImageDigest(image.id()));
      facts.put("images." + image.id() + ".name", image.name());
      facts.put("images." + image.id() + ".digest", digest);
      facts.put("images." + image.id() + ".reference", Text.of(image.name() + "@").plus(digest));
    }
    names
        .database()
        .ifPresent(database ->
            facts
                .put("preview.database.name", database.database())
                .put("preview.database.owner", database.owner())
                .put("preview.database.secret", database.secret())
                .put("preview.database.host", database.serviceHost()));
    if (app.bindings().config().isPresent()) {
      facts.put("preview.config", objectName(names, Blueprint.CONFIG));
    }
    for (SecretBinding secret : app.bindings().secrets()) {
      facts.put("preview.secrets." + secret.name(), objectName(names, secret.name()));
    }
    return facts;
  }

  private Text objectName(PreviewNames names, String name) {
    return Blueprint.objectName(platform, app, names.application(), name);
  }

  private List<ServedRoute> routes(PreviewNames names, Scope facts) {
    List<ServedRoute> served = new ArrayList<>();
    for (int i = 0; i < app.routes().size(); i++) {
      Route route = app.routes().get(i);
      if (route.service().isPresent()) {
        Route.Service service = route.service().get();
        served.add(
            new ServedRoute(
                served.isEmpty() ? "" : "-" + route.name().orElse(""),
                names.hosts().get(i),
                route.path(),
                service(service, names, facts),
                service.port(),
                service.targetPort(),
                route.field()));
      }
    }
    return served;
  }

  /** Beside production a Service whose name is not the preview's own may be production's. */
  private Text service(Route.Service service, PreviewNames names, Scope facts) {
    if (!(Template.resolve(service.name(), facts, problems) instanceof Value.Str(Text name))) {
      return Text.of("");
    }
    String own = names.application().toString();
    boolean isOwn = name.toString().equals(own) || name.toString().startsWith(own + "-");
    if (platform.namespace().isShared() && !isOwn) {
      problems.error(
          "shared-service",
          service.name().location(),
          "in a shared namespace Service `" + name + "` can be production's",
          app.bundle().kind() == AppBundle.Kind.KUSTOMIZE
              ? "write `${preview.application}-" + name + "`: Argo CD puts that before each name"
              : "begin it with `${preview.application}`, and name the chart's Service so");
    }
    return name;
  }

  private Optional<Value.Fields> values(Scope facts) {
    Optional<Value.Fields> written = app.values().map(values -> fields(values, facts));
    return files.isEmpty()
        ? written
        : new GitOpsValues(files.get(), platform.gitops().path(), problems)
            .under(app, valueFiles, written);
  }

  private Value.Fields fields(MapNode map, Scope facts) {
    return (Value.Fields) Template.resolve(map, facts, problems);
  }

  /** A ConfigMap holds strings only; anything else would be refused by the API server. */
  private Value.Fields strings(MapNode map, Scope facts) {
    Value.Fields fields = fields(map, facts);
    for (Map.Entry<String, Value> entry : fields.entries().entrySet()) {
      if (!(entry.getValue() instanceof Value.Str)) {
        Node written = map.get(entry.getKey());
        problems.error(
            "wrong-type",
            written == null ? map.location() : written.location(),
            "`" + entry.getKey() + "` must be a string: a ConfigMap holds nothing else",
            written instanceof ScalarNode ? "put it in quotes" : "");
      }
    }
    return fields;
  }
}
