package dev.mayfly.platform;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.List;
import java.util.Optional;

/**
 * An app's preview before any pull request exists: its names and settings with holes for the facts.
 *
 * @param facts what every template of a preview may name
 * @param routes those that the overlay brings, the primary one first
 * @param values what a Helm bundle is given
 * @param config what the preview's ConfigMap holds
 */
public record Blueprint(
    Platform platform,
    App app,
    PreviewNames names,
    Scope facts,
    List<ServedRoute> routes,
    Optional<Value.Fields> values,
    Optional<Value.Fields> config) {
  public Blueprint {
    routes = List.copyOf(routes);
  }

  /** The ConfigMap with an app's plain settings. */
  public static final String CONFIG = "bindings";

  /**
   * The Secret with the connection to a database elsewhere. A bundle that cannot be told names,
   * such as a kustomization, relies on it.
   */
  public static final String DATABASE = "database";

  /** Where people open the preview; empty for an app that has no route. */
  public Optional<Text> url() {
    return app.routes().isEmpty() ? Optional.empty() : names.url();
  }

  /**
   * What a forge calls the place where the preview runs: a deployment's environment. Mayfly and
   * Argo CD both report to it.
   */
  public Text deployment() {
    return deployment(app.name());
  }

  /** The same for an app by its name. */
  public static Text deployment(String app) {
    return Text.of(app + "/pr-").plus(Text.of(new Fact.Number()));
  }

  /** The Secret with the certificate that is issued for a preview's hosts. */
  public static final String CERTIFICATE = "tls";

  /** What its ApplicationSet and its admission policy are called. */
  public String set() {
    return platform.name() + "-" + app.name() + "-previews";
  }

  /** Whether this is what the apps of an environment share, and no app. */
  public boolean isEnvironment() {
    return app.environment().filter(app.name()::equals).isPresent();
  }

  /** Whether the app shares the preview's namespace with others. */
  public boolean isInEnvironment() {
    return app.environment().isPresent() && !isEnvironment();
  }

  /** Whether the namespace and what bounds it come and go with this preview. */
  public boolean ownsNamespace() {
    return !platform.namespace().isShared() && !isInEnvironment();
  }

  /**
   * A name for an object of the preview: in a shared namespace it carries the number, in an
   * environment's the app.
   */
  public Text objectName(String name) {
    return objectName(platform, app, names.application(), name);
  }

  static Text objectName(Platform platform, App app, Text application, String name) {
    if (platform.namespace().isShared()) {
      return application.plus("-" + name);
    }
    return Text.of(app.environment().isPresent() ? app.name() + "-" + name : name);
  }

  /**
   * True when the preview gets a Secret with the connection. For a cluster of its own, beside it,
   * CloudNativePG makes one; for a role in a shared cluster it makes none.
   */
  public boolean bringsDatabaseSecret() {
    return hasDatabaseElsewhere()
        || app.database().filter(database -> database.instance().isEmpty()).isPresent();
  }

  /** True when the preview's database objects live in another namespace than the preview. */
  public boolean hasDatabaseElsewhere() {
    return app.database()
        .flatMap(Database::namespace)
        .filter(namespace -> !Optional.of(namespace).equals(names.namespace().literal()))
        .isPresent();
  }

  /** A text of a blueprint, where no hole but that of the number is in it. */
  public static String bound(Text text, PullRequestNumber number) {
    return text.bind(fact -> number.toString());
  }
}
