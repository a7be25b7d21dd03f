package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way to the preview from outside, as written.
 *
 * @param name by what it is told from the other routes of its app; empty where nothing gives one
 * @param host a pattern below the domain; that of all apps when empty
 * @param service where it leads; empty for a route that the bundle brings
 * @param targetPort the pods' port that is opened for it
 * @param field what it is called in {@code mayfly.yaml}
 */
public record Route(
    Optional<String> name,
    Optional<ScalarNode> host,
    Optional<Service> service,
    Optional<Integer> targetPort,
    String path,
    boolean primary,
    String field,
    Location where) {
  private static final String ROOT = "/";

  /**
   * The Service of the bundle that a route leads to.
   *
   * @param name a pattern as written
   * @param port the Service's port
   * @param targetPort the pods' port, which network policies see
   */
  public record Service(ScalarNode name, int port, int targetPort) {
    private static Service read(Fields fields, String key) {
      String name = fields.text(key, Syntaxes.NAME_PATTERN);
      int port = fields.requiredInteger("port", 1, 65535);
      return new Service(
          new ScalarNode(name, false, fields.location(key)),
          port,
          fields.integer("targetPort", 1, 65535).orElse(port));
    }

    /** What its name is without its placeholders: {@code api} of {@code ${...}-api}. */
    private Optional<String> bareName() {
      String bare = name.text().replaceAll("\\$\\{[^}]*}", "").replaceAll("^[-.]+|[-.]+$", "");
      return Optional.of(bare).filter(Syntaxes.DNS_LABEL::matches);
    }
  }

  /** Reads an app's {@code routes}, the primary one first, or its {@code service}. */
  static List<Route> read(Fields app) {
    Optional<Route> service = app.map("service", Route::ofService);
    List<Route> routes = new ArrayList<>();
    for (Route route : app.maps("routes", Route::one)) {
      routes.add(route.primary() ? 0 : routes.size(), route);
    }
    if (service.isPresent() && app.raw("routes") != null) {
      app.error(
          "not-allowed",
          "routes",
          "`routes` is not allowed beside `service`",
          "write the service as one of the routes");
    }
    service.ifPresent(routes::add);
    return routes;
  }

  /** The short form. */
  private static Route ofService(Fields fields) {
    Service service = Service.read(fields, "name");
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

  private static Route one(Fields fields) {
    Optional<ScalarNode> host = Naming.pattern(fields, "host");
    boolean bundle = fields.flag("bundle", false);
    for (String key : bundle ? List.of("service", "port", "path") : List.<String>of()) {
      if (fields.raw(key) != null) {
        fields.error(
            "not-allowed",
            key,
            "`" + key + "` is not allowed in a route that the bundle brings",
            "leave out `bundle`, or `" + key + "`");
      }
    }
    Optional<Service> service =
        bundle ? Optional.empty() : Optional.of(Service.read(fields, "service"));
    Optional<Integer> open = fields.integer("targetPort", 1, 65535);
    return new Route(
        fields
            .optionalText("name", Syntaxes.DNS_LABEL)
            .or(() -> service.flatMap(Service::bareName)),
        host,
        service,
        open.or(() -> service.map(Service::targetPort)),
        fields.text("path", ExposureSyntaxes.ROUTE_PATH, ROOT),
        fields.flag("primary", false),
        "apps[].routes",
        fields.location());
  }
}
