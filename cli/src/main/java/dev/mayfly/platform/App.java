package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Something that can be previewed.
 *
 * @param repositoryUrl what Argo CD clones; made from the forge's address when not written
 * @param projectId GitLab's number of the project, which its webhook needs
 * @param environment what it shares a namespace and a place of the limit with, in one pull request
 * @param paths changed-path gate for monorepos; empty lets every change through
 * @param thirdParty patterns for names of images that pull requests do not build
 * @param values what a Helm bundle is given, with placeholders as written
 * @param workload what all that the bundle runs may request and use together
 * @param routes how it is reached, the primary one first
 * @param resources kinds that the bundle may contain
 */
public record App(
    String name,
    RepositoryName repository,
    String repositoryUrl,
    Optional<String> projectId,
    Optional<String> environment,
    AppBundle bundle,
    List<String> paths,
    List<Image> images,
    List<String> thirdParty,
    Optional<MapNode> values,
    Optional<Amounts> workload,
    Bindings bindings,
    List<Route> routes,
    List<GroupKind> resources,
    Optional<Database> database,
    List<Extra> extras) {
  private static final RepositoryName STAND_IN = new RepositoryName("owner/name");

  public App {
    paths = List.copyOf(paths);
    images = List.copyOf(images);
    thirdParty = List.copyOf(thirdParty);
    routes = List.copyOf(routes);
    resources = List.copyOf(resources);
    extras = List.copyOf(extras);
  }

  static App read(Fields app, ForgeSettings forge) {
    RepositoryName name =
        RepositoryName.parse(app.text("repository", Syntaxes.REPOSITORY)).orElse(STAND_IN);
    String url = repositoryUrl(app, name, forge);
    return new App(
        app.text("name", Syntaxes.APP_NAME),
        name,
        url,
        app.optionalText("projectId", Syntaxes.DIGITS),
        app.optionalText("environment", Syntaxes.APP_NAME),
        app.requiredMap("bundle", it -> AppBundle.read(it, forge)),
        app.texts("paths", BundleSyntaxes.PATH_GLOB),
        app.maps("images", Image::read),
        app.texts("thirdParty", Syntaxes.IMAGE_PATTERN),
        app.freeMap("values"),
        app.map("workload", App::workload),
        app.mapOrEmpty("bindings", Bindings::read),
        Route.read(app),
        app.maps("resources", App::kind),
        app.map("database", Database::read).orElse(Optional.empty()),
        app.items("extras").stream().map(item -> Extra.read(item, app)).toList());
  }

  private static Amounts workload(Fields workload) {
    return Amounts.of(
        workload.textMap("requests", Syntaxes.COMPUTE, Syntaxes.QUANTITY),
        workload.textMap("limits", Syntaxes.COMPUTE, Syntaxes.QUANTITY));
  }

  private static GroupKind kind(Fields kind) {
    return new GroupKind(kind.text("group", Syntaxes.GROUP), kind.text("kind", Syntaxes.KIND));
  }

  private static String repositoryUrl(Fields app, RepositoryName name, ForgeSettings forge) {
    Optional<String> written = app.optionalText("repositoryUrl", Syntaxes.GIT_URL);
    if (written.isEmpty() && forge.url().isEmpty()) {
      app.error(
          "repository-url-unknown",
          "repository",
          "without a forge, the URL of `" + name.path() + "` is unknown",
          "write `repositoryUrl`, or `forge.url`");
    }
    return written.orElse(forge.url() + "/" + name.path() + ".git");
  }

  /**
   * Objects of the admins' own that every preview of an app gets besides.
   *
   * @param name of the file in {@code templates/extra/}, without its ending
   * @param where it is listed
   */
  public record Extra(String name, Location where) {
    private static Extra read(Node item, Fields app) {
      return new Extra(app.item(item, PlaceSyntaxes.EXTRA), item.location());
    }
  }

  /** Its database, where each preview clones the latest backup, which is named for it once. */
  public Optional<CloneDatabase> cloneOfLatest() {
    return database.orElse(null) instanceof CloneDatabase clone
            && clone.snapshot() instanceof CloneDatabase.Snapshot.Latest
        ? Optional.of(clone)
        : Optional.empty();
  }

  /** The names of its images by their ids. */
  public SortedMap<String, String> imageNames() {
    SortedMap<String, String> names = new TreeMap<>();
    images.forEach(image -> names.put(image.id(), image.name()));
    return names;
  }

  /** The lock files that its images name, each once. */
  public SortedSet<String> lockFiles() {
    SortedSet<String> paths = new TreeSet<>();
    images.forEach(image -> image.lock().ifPresent(paths::add));
    return paths;
  }

  public Optional<Image> image(String id) {
    return images.stream().filter(image -> image.id().equals(id)).findFirst();
  }
}
