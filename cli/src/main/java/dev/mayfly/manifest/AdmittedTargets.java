package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.HOME;
import static dev.mayfly.manifest.AdmissionVariables.OBJECT;
import static dev.mayfly.manifest.AdmissionVariables.ifKind;
import static dev.mayfly.manifest.AdmissionVariables.isOwn;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expressions;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.IngressAnnotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What routes that a bundle brings lead to, by the same lists that the proof goes by. */
final class AdmittedTargets {
  private static final String INGRESS = "networking.k8s.io/Ingress";

  private AdmittedTargets() {}

  static Map<String, Expression> checks(Overlay overlay) {
    Map<String, Expression> checks = new LinkedHashMap<>();
    Blueprint blueprint = overlay.blueprint();
    boolean shared = blueprint.platform().namespace().isShared();
    for (GroupKind kind : blueprint.app().resources()) {
      List<Expression> conditions = new ArrayList<>();
      for (TargetPlace place : TargetPlace.ALL) {
        if (place.kind().equals(kind)) {
          conditions.add(leads(place, shared));
        }
      }
      if (!conditions.isEmpty()) {
        checks.put(
            "a preview's `" + kind + "` leads to its own Services only",
            ifKind(kind.toString(), Expressions.all(conditions)));
      }
      if (kind.toString().equals(INGRESS)) {
        checks.put(
            "a preview's Ingress leads nowhere else by annotations",
            ifKind(INGRESS, annotations(blueprint)));
      }
    }
    return checks;
  }

  private static Expression leads(TargetPlace place, boolean shared) {
    List<String> steps = place.steps();
    return switch (place.form()) {
      case TEXT -> AdmittedHosts.walk(OBJECT, steps, 0, false, at -> text(at, shared));
      case NAMED -> AdmittedHosts.walk(OBJECT, steps, 0, false, at -> named(at, shared));
      case CLOSED ->
          AdmittedHosts.walk(
              OBJECT, steps, 1, false, at -> at.maybe(steps.getLast()).call("hasValue").not());
    };
  }

  private static Expression named(Expression at, boolean shared) {
    Expression name = at.maybe("name").orElse("");
    Expression here = at.maybe("namespace").orElse(HOME).eq(HOME);
    Expression plain = name.call("matches", TargetPlace.FOREIGN).not();
    return shared ? Expressions.all(here, plain, name.eq("").or(isOwn(name))) : here.and(plain);
  }

  private static Expression text(Expression at, boolean shared) {
    if (shared) {
      return at.call("matches", "^" + TargetPlace.pattern("", true) + "$").and(isOwn(at));
    }
    String[] around = ("^" + TargetPlace.pattern(" ", false) + "$").split(" ");
    return at.call("matches", Expressions.of(around[0]).plus(HOME).plus(Expressions.of(around[1])));
  }

  private static Expression annotations(Blueprint blueprint) {
    Expression there = OBJECT.field("metadata").field("annotations");
    List<Expression> conditions = new ArrayList<>();
    for (IngressAnnotations.Rule rule :
        IngressAnnotations.ofBundles(blueprint.platform().exposure())) {
      conditions.add(
          there.all(
              "key",
              key ->
                  key.call("matches", "^(" + rule.names() + ")$")
                      .not()
                      .or(there.at(key).call("matches", "^(" + rule.values() + ")$"))));
    }
    return Expressions.all(conditions);
  }
}
