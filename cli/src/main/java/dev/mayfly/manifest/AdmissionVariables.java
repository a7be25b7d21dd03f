package dev.mayfly.manifest;

import static dev.mayfly.cel.Definition.named;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.cel.Definition;
import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expression.Choice;
import dev.mayfly.cel.Expression.Entries;
import dev.mayfly.cel.Expression.Items;
import dev.mayfly.cel.Expression.Variable;
import dev.mayfly.cel.Expressions;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.template.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What the expressions of an admission policy share. */
final class AdmissionVariables {
  static final Expression OBJECT = new Variable("object");
  static final Expression NAME = OBJECT.field("metadata").field("name");

  /** The Application that the object belongs to, and its pull request. */
  static final Expression APPLICATION = named("application");

  static final Expression NUMBER = named("number");

  /** The preview's namespace, and the object's. */
  static final Expression HOME = named("home");

  static final Expression PLACE = named("place");

  /** {@code group/Kind}, or {@code Kind} alone in the core group. */
  static final Expression KIND = named("kind");

  /** The pod, or the template of the pods that the object makes; empty where there is none. */
  static final Expression POD = named("pod");

  static final Expression CONTAINERS = named("containers");

  /** The labels by which the object selects pods; only known in a shared namespace. */
  static final Expression SELECTOR = named("selector");

  /** What the names of the preview's objects start with, once a hyphen stands behind them. */
  private static final Expression OWN = named("own");

  /** The same of what is named: nothing at all, or the API server's certificate, which all have. */
  private static final Expression REACHABLE = named("reachable");

  private static final Expression NOTHING = new Entries(Map.of());

  private AdmissionVariables() {}

  /**
   * Whether an object is tracked as part of a preview of the app; true or false, never an error.
   */
  static Expression isTracked(Blueprint blueprint) {
    // Applications outside Argo CD's own namespace are tracked as NAMESPACE_NAME.
    String pattern = "^([^:_]+_)?" + NameExpression.pattern(blueprint.names().application()) + ":";
    return OBJECT
        .maybe("metadata")
        .maybe("annotations")
        .maybe(ArgoMetadata.TRACKING_ID)
        .orElse("")
        .call("matches", Expressions.of(pattern));
  }

  /** In an order in which each names earlier ones only. */
  static List<Definition> of(Blueprint blueprint) {
    Text application = blueprint.names().application();
    List<Definition> variables = new ArrayList<>();
    BiConsumer<String, Expression> put =
        (name, value) -> variables.add(new Definition(name, value));
    put.accept(
        "application",
        OBJECT
            .field("metadata")
            .field("annotations")
            .field(ArgoMetadata.TRACKING_ID)
            .call("find", NameExpression.pattern(application) + ":")
            .call("split", ":")
            .at(0));
    put.accept(
        "number",
        APPLICATION
            .call("substring", Expressions.of(NameExpression.prefix(application).length()))
            .call("find", "^[0-9]+"));
    put.accept("home", NameExpression.ofName(blueprint.names().namespace()));
    put.accept("place", OBJECT.field("metadata").maybe("namespace").orElse(""));
    Expression version = OBJECT.field("apiVersion");
    Expression kind = OBJECT.field("kind");
    Expression slash = Expressions.of("/");
    put.accept(
        "kind",
        new Choice(
            version.call("contains", slash),
            version.call("split", slash).at(0).plus(slash).plus(kind),
            kind));
    PreviewHosts.definition(blueprint).ifPresent(variables::add);
    put.accept("own", ownNames(blueprint));
    put.accept("pod", pod());
    Expression spec = POD.maybe("spec");
    put.accept(
        "containers",
        listIn(spec, "containers")
            .plus(listIn(spec, "initContainers"))
            .plus(listIn(spec, "ephemeralContainers")));
    if (blueprint.platform().namespace().isShared()) {
      put.accept("selector", selector());
      put.accept("reachable", OWN.plus(Expressions.listOf(List.of("-", "kube-root-ca.crt-"))));
    }
    return variables;
  }

  /**
   * Whether a name is the application's, or the database object's, or begins with it and a hyphen.
   */
  static Expression isOwn(Expression name) {
    Expression hyphen = Expressions.of("-");
    return OWN.some("own", own -> name.plus(hyphen).call("startsWith", own));
  }

  /** Whether an optional name is one that {@link #isOwn}, or there is none. */
  static Expression isOwnIfAny(Expression name) {
    Expression named = name.orElse("").plus("-");
    return REACHABLE.some("own", own -> named.call("startsWith", own));
  }

  static Expression isKind(String groupKind) {
    return KIND.eq(groupKind);
  }

  /** What is asked of objects of one kind, and of no other. */
  static Expression ifKind(String groupKind, Expression condition) {
    return isKind(groupKind).not().or(condition);
  }

  /** A list of an optional map; empty where there is none. */
  static Expression listIn(Expression map, String key) {
    return map.maybe(key).orElse(new Items(List.of()));
  }

  private static Expression selector() {
    Expression spec = OBJECT.maybe("spec");
    Expression selector = spec.maybe("podSelector").call("or", spec.maybe("selector"));
    return selector.maybe("matchLabels").call("or", selector).orElse(NOTHING);
  }

  private static Expression ownNames(Blueprint blueprint) {
    Map<String, Expression> names = new TreeMap<>();
    Expression application = APPLICATION.plus("-");
    names.put(application.text(), application);
    blueprint
        .names()
        .database()
        .filter(database -> !database.object().equals(blueprint.names().application()))
        .map(database -> NameExpression.ofName(database.object().plus("-")))
        .ifPresent(name -> names.put(name.text(), name));
    return new Items(List.copyOf(names.values()));
  }

  /**
   * In a Pod itself, a CronJob's jobs, a PodTemplate, or whatever has {@code spec.template}; some
   * kinds have a text there, the name of a template.
   */
  private static Expression pod() {
    Expression spec = OBJECT.maybe("spec");
    Expression template = spec.maybe("template").orElse(NOTHING);
    return new Choice(
        isKind("Pod"),
        OBJECT,
        new Choice(
            isKind("batch/CronJob"),
            spec.maybe("jobTemplate").maybe("spec").maybe("template").orElse(NOTHING),
            new Choice(
                isKind("PodTemplate"),
                OBJECT.maybe("template").orElse(NOTHING),
                new Choice(
                    Expressions.call("type", template).eq(new Variable("map")),
                    template,
                    NOTHING))));
  }
}
