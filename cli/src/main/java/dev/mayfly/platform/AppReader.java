package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.platform.Bindings.SecretBinding;
import dev.mayfly.platform.Image.Unchanged;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one entry of {@code spec.apps}. */
final class AppReader {
  private static final RepositoryName STAND_IN = new RepositoryName("owner/name");

  private AppReader() {}

  static App read(Fields written, ForgeSettings forge) {
    try (Fields app = written) {
      String repository = app.text("repository", Syntaxes.REPOSITORY);
      RepositoryName name = RepositoryName.parse(repository).orElse(STAND_IN);
      String url = repositoryUrl(app, name, forge);
      return new App(
          app.text("name", Syntaxes.APP_NAME),
          name,
          url,
          app.optionalText("projectId", Syntaxes.DIGITS),
          app.optionalText("environment", Syntaxes.APP_NAME),
          BundleReader.read(app, forge),
          app.texts("paths", BundleSyntaxes.PATH_GLOB),
          images(app),
          app.texts("thirdParty", Syntaxes.IMAGE_PATTERN),
          freeMap(app, "values"),
          workload(app),
          bindings(app),
          RouteReader.read(app),
          resources(app),
          DatabaseReader.read(app),
          extras(app));
    }
  }

  private static String repositoryUrl(Fields app, RepositoryName name, ForgeSettings forge) {
    Optional<String> written = app.optionalText("repositoryUrl", Syntaxes.GIT_URL);
    if (written.isEmpty() && forge.url().isEmpty()) {
      app.problems()
          .error(
              "repository-url-unknown",
              app.location("repository"),
              "without a forge Argo CD has no address to clone `" + name.path() + "` from",
              "write `repositoryUrl`, or `forge.url`");
    }
    return written.orElse(forge.url() + "/" + name.path() + ".git");
  }

  private static List<Image> images(Fields app) {
    List<Image> images = new ArrayList<>();
    for (Fields written : app.maps("images")) {
      try (Fields image = written) {
        images.add(
            new Image(
                image.text("id", Syntaxes.IMAGE_ID),
                image.text("name", Syntaxes.IMAGE_NAME),
                image.optionalText("lock", BundleSyntaxes.PATH),
                image.choice("unchanged", Choice.of(Unchanged.values()))));
      }
    }
    return images;
  }

  private static Bindings bindings(Fields app) {
    try (Fields bindings = app.mapOrEmpty("bindings")) {
      List<SecretBinding> secrets = new ArrayList<>();
      for (Fields written : bindings.maps("secrets")) {
        try (Fields secret = written) {
          secrets.add(
              new SecretBinding(
                  secret.text("name", Syntaxes.DNS_LABEL),
                  StoreReader.keyIn(secret),
                  secret.optionalText("type", Syntaxes.SECRET_TYPE)));
        }
      }
      Optional<MapNode> config = freeMap(bindings, "config");
      config.ifPresent(map -> bindings.requireKeys(map, Syntaxes.CONFIG_KEY));
      return new Bindings(config, secrets, bindings.texts("provided", Syntaxes.OBJECT_NAME));
    }
  }

  /** A map whose keys are the user's own; its placeholders are resolved later. */
  private static Optional<MapNode> freeMap(Fields fields, String key) {
    Node node = fields.raw(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof MapNode map) {
      return Optional.of(map);
    }
    fields
        .problems()
        .error("wrong-type", node.location(), "expected a map, found " + node.describe());
    return Optional.empty();
  }

  private static Optional<Amounts> workload(Fields app) {
    Optional<Fields> written = app.map("workload");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    try (Fields workload = written.get()) {
      return Optional.of(
          Amounts.of(
              workload.textMap("requests", Syntaxes.COMPUTE, Syntaxes.QUANTITY),
              workload.textMap("limits", Syntaxes.COMPUTE, Syntaxes.QUANTITY)));
    }
  }

  private static List<Extra> extras(Fields app) {
    List<Extra> extras = new ArrayList<>();
    List<String> names = app.texts("extras", PlaceSyntaxes.EXTRA);
    for (int i = 0; i < names.size(); i++) {
      Node list = app.raw("extras");
      Location where =
          list instanceof ListNode written
              ? written.items().get(i).location()
              : app.location("extras");
      extras.add(new Extra(names.get(i), where));
    }
    return extras;
  }

  private static List<ResourceKind> resources(Fields app) {
    List<ResourceKind> kinds = new ArrayList<>();
    for (Fields written : app.maps("resources")) {
      try (Fields kind = written) {
        kinds.add(
            new ResourceKind(kind.text("group", Syntaxes.GROUP), kind.text("kind", Syntaxes.KIND)));
      }
    }
    return kinds;
  }
}
