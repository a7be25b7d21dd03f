package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.OBJECT;
import static dev.mayfly.manifest.AdmissionVariables.ifKind;
import static dev.mayfly.manifest.AdmissionVariables.listIn;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expressions;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.platform.Blueprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The hosts of whatever leads traffic to a preview, for the kinds that its bundle may bring, by the
 * same list that the proof goes by.
 */
final class AdmittedHosts {
  private static final List<GroupKind> ELSEWHERE =
      List.of(GroupKind.INGRESS, new GroupKind(HostPlace.GATEWAY_API, "HTTPRoute"));

  private AdmittedHosts() {}

  static Map<String, Expression> checks(Overlay overlay) {
    Map<String, Expression> checks = new LinkedHashMap<>();
    Blueprint blueprint = overlay.blueprint();
    for (GroupKind kind : blueprint.app().resources()) {
      List<Expression> conditions = new ArrayList<>();
      for (HostPlace place : HostPlace.ALL) {
        if (place.kind().equals(kind) && !ELSEWHERE.contains(kind)) {
          conditions.add(
              walk(
                  OBJECT,
                  place.steps(),
                  0,
                  place.required(),
                  at -> PreviewHosts.isOwn(blueprint, at)));
        }
      }
      if (HostPlace.isTraefik(kind)) {
        conditions.add(
            listIn(OBJECT.maybe("spec"), "routes").all("route", route -> rule(blueprint, route)));
      }
      if (HostPlace.isRoute(kind) && !ELSEWHERE.contains(kind)) {
        conditions.add(AdmittedExposure.parents(overlay));
      }
      if (!conditions.isEmpty()) {
        checks.put(
            "a preview's `" + kind + "` has its own host only",
            ifKind(kind.toString(), Expressions.all(conditions)));
      }
    }
    checks.put("a preview's annotations claim its own host only", annotations(blueprint));
    return checks;
  }

  /**
   * A condition for whatever the steps lead to. What is missing where it is required is an error,
   * and that denies.
   *
   * @param left how many of the last steps are the condition's own
   */
  static Expression walk(
      Expression at,
      List<String> steps,
      int left,
      boolean required,
      UnaryOperator<Expression> condition) {
    if (steps.size() == left) {
      return condition.apply(at);
    }
    String step = steps.getFirst();
    List<String> rest = steps.subList(1, steps.size());
    if (step.equals("*")) {
      Expression each =
          at.all("item" + rest.size(), item -> walk(item, rest, left, required, condition));
      return required ? Expressions.isEmpty(at).not().and(each) : each;
    }
    Expression below = walk(at.field(step), rest, left, required, condition);
    return required ? below : Expressions.has(at.field(step)).not().or(below);
  }

  private static Expression rule(Blueprint blueprint, Expression route) {
    return PreviewHosts.some(blueprint, host -> rule(host, route.field("match")));
  }

  private static Expression rule(Expression host, Expression match) {
    List<Expression> own = new ArrayList<>();
    for (String word : List.of("Host", "HostSNI")) {
      Expression rule = Expressions.of(word + "(`").plus(host).plus("`)");
      own.add(match.eq(rule));
      own.add(match.call("startsWith", rule.plus(" && ")).and(match.call("contains", "||").not()));
    }
    return Expressions.any(own);
  }

  private static Expression annotations(Blueprint blueprint) {
    Expression there = OBJECT.field("metadata").field("annotations");
    List<Expression> conditions = new ArrayList<>();
    for (String key : HostPlace.ANNOTATIONS) {
      conditions.add(
          PreviewHosts.isOwnIfAny(
              blueprint, OBJECT.maybe("metadata").maybe("annotations").maybe(key)));
    }
    conditions.add(
        there.all(
            "key",
            key ->
                key.call("contains", "ingress.kubernetes.io/")
                    .and(key.call("endsWith", "-snippet"))
                    .not()));
    return Expressions.all(conditions);
  }
}
