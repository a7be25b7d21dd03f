package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code service} or {@code routes} of an app; the primary route comes first. */
final class RouteReader {
  private static final String ROOT = "/";

  private RouteReader() {}

  static List<Route> read(Fields app) {
    Optional<Fields> service = app.map("service");
    List<Route> routes = new ArrayList<>();
    for (Fields written : app.maps("routes")) {
      Route route = route(written);
      routes.add(route.primary() ? 0 : routes.size(), route);
    }
    if (service.isPresent() && app.raw("routes") != null) {
      app.problems()
          .error(
              "not-allowed",
              app.location("routes"),
              "an app has `service` or `routes`",
              "write the service as one of the routes");
    }
    service.ifPresent(written -> routes.add(shortForm(written)));
    return routes;
  }

  private static Route shortForm(Fields written) {
    try (Fields fields = written) {
      Service service = service(fields, "name");
      return new Route(
          Optional.empty(),
          Optional.empty(),
          Optional.of(service),
          Optional.of(service.targetPort()),
          ROOT,
          true,
          "apps[].service",
          fields.location());
    }
  }

  private static Route route(Fields written) {
    try (Fields fields = written) {
      Optional<ScalarNode> host =
          fields
              .optionalText("host", Syntaxes.PATTERN)
              .map(text -> new ScalarNode(text, false, fields.location("host")));
      boolean bundle = fields.flag("bundle", false);
      if (bundle) {
        for (String key : new String[] {"service", "port", "path"}) {
          if (fields.raw(key) != null) {
            fields
                .problems()
                .error(
                    "not-allowed",
                    fields.location(key),
                    "`" + key + "` belongs to a route that the platform brings",
                    "leave out `bundle`, or `" + key + "`");
          }
        }
      }
      Optional<Service> service =
          bundle ? Optional.empty() : Optional.of(service(fields, "service"));
      Optional<Integer> open = fields.integer("targetPort", 1, 65535);
      return new Route(
          fields
              .optionalText("name", Syntaxes.DNS_LABEL)
              .or(() -> service.flatMap(RouteReader::name)),
          host,
          service,
          open.or(() -> service.map(Service::targetPort)),
          fields.text("path", RouteSyntaxes.PATH, ROOT),
          fields.flag("primary", false),
          "apps[].routes",
          fields.location());
    }
  }

  private static Service service(Fields fields, String key) {
    String name = fields.text(key, Syntaxes.PATTERN);
    int port = fields.requiredInteger("port", 1, 65535);
    return new Service(
        new ScalarNode(name, false, fields.location(key)),
        port,
        fields.integer("targetPort", 1, 65535).orElse(port));
  }

  /** What a Service's name is without its placeholders: {@code api} of {@code ${...}-api}. */
  private static Optional<String> name(Service service) {
    String bare =
        service.name().text().replaceAll("\\$\\{[^}]*}", "").replaceAll("^[-.]+|[-.]+$", "");
    return Optional.of(bare).filter(Syntaxes.DNS_LABEL::matches);
  }
}
