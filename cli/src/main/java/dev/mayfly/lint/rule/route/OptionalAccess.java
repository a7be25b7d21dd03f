package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A JWT policy lets requests without a token through. */
public final class OptionalAccess implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AC003",
          "optional-access",
          Severity.ERROR,
          "a JWT policy lets requests without a token through",
          """
          With `optional: true` a request without a token passes, and without `audiences` the
          token of any application of the same team does. The second line behind Access is then
          none.
          """,
          "take `optional` out and name the audience",
          """
          apiVersion: gateway.envoyproxy.io/v1alpha1
          kind: SecurityPolicy
          metadata: {name: access, namespace: gateway-system}
          spec:
            targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: edge}]
            jwt:
              optional: true
              providers:
              - name: access
                issuer: https://acme.cloudflareaccess.com
                audiences: [4714c1358e65fe4b408ad6d432a5f878f08194bdb4752441fd56faefa9b2b6f2]
                remoteJWKS: {uri: https://acme.cloudflareaccess.com/cdn-cgi/access/certs}
          """,
          """
          apiVersion: gateway.envoyproxy.io/v1alpha1
          kind: SecurityPolicy
          metadata: {name: access, namespace: gateway-system}
          spec:
            targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: edge}]
            jwt:
              providers:
              - name: access
                issuer: https://acme.cloudflareaccess.com
                audiences: [4714c1358e65fe4b408ad6d432a5f878f08194bdb4752441fd56faefa9b2b6f2]
                remoteJWKS: {uri: https://acme.cloudflareaccess.com/cdn-cgi/access/certs}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

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
