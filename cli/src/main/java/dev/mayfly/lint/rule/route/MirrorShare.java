package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Numbers;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;

/** A mirror is given its share twice, or more than all. */
public final class MirrorShare implements HttpRouteRule {
  @Override
  public void check(RouteView route, Findings out) {
    for (MapNode filter : route.filters()) {
      Node percent = filter.at("requestMirror", "percent");
      Node fraction = filter.at("requestMirror", "fraction");
      if (percent != null && fraction != null) {
        out.add(percent, "`percent` stands beside `fraction`");
      } else if (fraction != null) {
        long numerator = Numbers.read(fraction.at("numerator"), out).orElse(0);
        long denominator = Numbers.read(fraction.at("denominator"), out).orElse(100);
        if (numerator > denominator) {
          out.add(
              fraction.orThis("numerator"), "`fraction` is " + numerator + " of " + denominator);
        }
      }
    }
  }
}
