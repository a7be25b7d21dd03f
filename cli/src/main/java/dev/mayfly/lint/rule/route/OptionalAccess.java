package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A JWT policy lets requests without a token through. */
public final class OptionalAccess implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(new GroupKind("gateway.envoyproxy.io", "SecurityPolicy"));
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node optional = resource.at("spec", "jwt", "optional");
    if (optional != null && Fields.isTrue(optional)) {
      out.add(optional, "requests without a token pass");
    }
    for (MapNode provider : Fields.maps(resource.at("spec", "jwt", "providers"))) {
      if (!Fields.isSet(provider.get("audiences"))) {
        out.add(provider, "tokens for any audience pass");
      }
    }
  }
}
