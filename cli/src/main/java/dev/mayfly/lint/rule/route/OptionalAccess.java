package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.regex.Pattern;

/** A JWT policy lets requests without a token through, or those of another application. */
public final class OptionalAccess implements DocumentRule {
  /** One issuer for all applications of a team (Cloudflare One docs, "Validate JWTs"). */
  private static final Pattern SHARED =
      Pattern.compile("https://[a-z0-9-]+\\.cloudflareaccess\\.com/?");

  @Override
  public void check(Resource resource, Findings out) {
    Node optional = resource.at("spec", "jwt", "optional");
    List<MapNode> providers = resource.mapsAt("spec", "jwt", "providers");
    boolean login = NodeValues.isSet(resource.at("spec", "oidc"));
    if (optional != null && NodeValues.isTrue(optional) && !login) {
      boolean authorized = NodeValues.isSet(resource.at("spec", "authorization"));
      boolean asked = NodeValues.isSet(resource.at("spec", "extAuth"));
      boolean certain =
          !authorized && !asked && providers.stream().anyMatch(OptionalAccess::isShared);
      out.addIf(
          certain,
          optional,
          "`jwt.optional` is `true`",
          authorized
              ? "see that `authorization` denies what has no claims"
              : asked
                  ? "see that `extAuth` refuses what has no token"
                  : "see that what lies behind refuses requests without a token");
    }
    for (MapNode provider : providers) {
      if (!NodeValues.isSet(provider.get("audiences"))) {
        String message = "the provider `" + provider.textOrEmpty("name") + "` has no `audiences`";
        out.addIf(
            isShared(provider),
            provider.orThis("name"),
            message,
            "see that the issuer makes tokens for this alone");
      }
    }
  }

  private static boolean isShared(MapNode provider) {
    return SHARED.matcher(provider.textOrEmpty("issuer")).matches();
  }
}
