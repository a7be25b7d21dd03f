package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;
import java.util.regex.Pattern;

/** A JWT policy lets requests without a token through, or those of another application. */
public final class OptionalAccess implements DocumentRule {
  /** One issuer for all applications of a team (Cloudflare One docs, "Validate JWTs"). */
  private static final Pattern SHARED =
      Pattern.compile("https://[a-z0-9-]+\\.cloudflareaccess\\.com/?");

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(new GroupKind("gateway.envoyproxy.io", "SecurityPolicy"));
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node optional = resource.at("spec", "jwt", "optional");
    if (optional != null && Fields.isTrue(optional)) {
      if (Fields.isSet(resource.at("spec", "authorization"))) {
        out.unverifiable(
            optional,
            "`jwt.optional` is `true`",
            "see that `authorization` denies what has no claims");
      } else {
        out.add(optional, "`jwt.optional` is `true`");
      }
    }
    for (MapNode provider : Fields.maps(resource.at("spec", "jwt", "providers"))) {
      if (!Fields.isSet(provider.get("audiences"))) {
        String message =
            "the provider `" + Fields.text(provider.get("name")) + "` has no `audiences`";
        Node at = provider.get("name") instanceof Node name ? name : provider;
        if (SHARED.matcher(Fields.text(provider.get("issuer"))).matches()) {
          out.add(at, message);
        } else {
          out.unverifiable(at, message, "see that the issuer makes tokens for this alone");
        }
      }
    }
  }
}
