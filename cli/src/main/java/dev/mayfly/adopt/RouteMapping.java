package dev.mayfly.adopt;

import dev.mayfly.platform.GatewayRef;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How previews are entered: by the bundle's own routes where it brings them, else by a Gateway. */
final class RouteMapping implements Mapping {

  @Override
  public void map(Adoption adoption) {
    boolean gateway = adoption.answers.gateway().isPresent();
    boolean ingress = false;
    for (AppDraft app : adoption.apps) {
      Optional<BundleRoute> route = BundleRoute.of(app);
      if (route.isEmpty() || app.hosts.isEmpty()) {
        gateway = true;
        unknown(adoption, app);
        continue;
      }
      brought(app, route.get());
      gateway |= route.get().isOfGateway();
      ingress |= !route.get().isOfGateway();
    }
    Draft.Fields exposure = adoption.spec.below("exposure");
    if (gateway) {
      gateway(adoption, exposure);
    }
    if (ingress) {
      controller(adoption);
    }
    exposure
        .below("access")
        .put("kind", "none", new Origin.Assumed("nothing in the set asks who opens a preview"));
  }

  /** The hosts that are routes: all of one label below the platform's domain, each once. */
  static List<HostMapping.Found> served(AppDraft app) {
    List<HostMapping.Found> served = new ArrayList<>();
    List<String> patterns = new ArrayList<>();
    for (HostMapping.Found found : app.hosts) {
      String pattern = pattern(app, found);
      boolean beside =
          found.domain().equals(app.hosts.getFirst().domain())
              && found.host().startsWith(found.label() + ".")
              && !found.off();
      if ((served.isEmpty() || beside) && !pattern.isEmpty() && !patterns.contains(pattern)) {
        patterns.add(pattern);
        served.add(found);
      }
    }
    return served;
  }

  private static String pattern(AppDraft app, HostMapping.Found found) {
    return NameText.pattern(NameText.numbered(found.label()), app.name);
  }

  private static void brought(AppDraft app, BundleRoute route) {
    List<HostMapping.Found> served = served(app);
    for (HostMapping.Found found : served) {
      Draft.Fields written = new Draft.Fields();
      written.put("host", pattern(app, found), Origin.from(found.at()));
      written.put("bundle", new Tree.Bool(true), new Origin.From(route.at(), "the bundle's own"));
      if (served.size() > 1 && found.equals(served.getFirst())) {
        written.put("primary", new Tree.Bool(true), new Origin.Assumed("the first host written"));
      }
      app.fields.list("routes").add(written);
    }
    Tree.Mapping kind =
        new Tree.Mapping().put("group", route.kind().group()).put("kind", route.kind().kind());
    app.fields.list("resources").add(new Draft.Leaf(kind, Origin.from(route.at())));
  }

  private static void unknown(Adoption adoption, AppDraft app) {
    adoption.lost(
        app.application.location(),
        "the route to " + app.name,
        "the set does not say which Service its host leads to; write `service: {name, port}` for a"
            + " route of the preview's own, or `routes: [{host, bundle: true}]` where the bundle"
            + " brings it");
  }

  /** By default nobody reaches a preview's pods from outside its namespace. */
  private static void controller(Adoption adoption) {
    Draft.Fields from = new Draft.Fields();
    if (adoption.answers.controller().isPresent()) {
      from.put("namespace", adoption.answers.controller().get(), new Origin.Given("--controller"));
    } else {
      from.open(
          "namespace",
          "the namespace of the pods that lead requests to the bundle's own routes",
          "open");
    }
    adoption.spec.below("namespace").list("ingress").add(from);
  }

  private static void gateway(Adoption adoption, Draft.Fields exposure) {
    Draft.Fields gateway = exposure.below("gateway");
    if (adoption.answers.gateway().isPresent()) {
      GatewayRef ref = adoption.answers.gateway().get();
      Origin given = new Origin.Given("--gateway");
      gateway.put("name", ref.name(), given);
      gateway.put("namespace", ref.namespace(), given);
      gateway.put("listener", ref.listener(), given);
      return;
    }
    gateway.open("name", "the Gateway that previews are reached through", "open");
    gateway.open("namespace", "the namespace of that Gateway", "open");
    gateway.open("listener", "the listener of that Gateway that serves the domain", "open");
  }
}
