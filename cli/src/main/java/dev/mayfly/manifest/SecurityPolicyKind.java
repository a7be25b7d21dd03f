package dev.mayfly.manifest;

import dev.mayfly.platform.Access;
import dev.mayfly.platform.Access.Cloudflare;
import dev.mayfly.platform.Access.NetworkOnly;
import dev.mayfly.platform.Access.Oidc;
import dev.mayfly.platform.SecretKeyRef;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.List;

/**
 * What an Envoy Gateway asks of everybody who comes to a preview: the signed header of Cloudflare
 * Access, so that going round the edge to the origin gives nothing; a login; or an address of a
 * known network.
 */
final class SecurityPolicyKind implements PlatformKind {
  @Override
  public List<PlatformFile> files(PlatformContext context) {
    Access access = context.platform().exposure().access();
    if (!access.atGateway()) {
      return List.of();
    }
    if (access instanceof Cloudflare cloudflare) {
      return List.of(
          policy(
              context,
              TemplateName.PLATFORM_SECURITY_POLICY,
              scope(context)
                  .put("issuer", "https://" + cloudflare.team() + ".cloudflareaccess.com")
                  .put("audience", cloudflare.audience())));
    }
    if (access instanceof Oidc oidc) {
      return List.of(
          secret(context, oidc.clientSecret().orElseThrow()),
          policy(
              context,
              TemplateName.PLATFORM_SECURITY_POLICY_OIDC,
              scope(context)
                  .put("issuer", oidc.issuer())
                  .put("client", oidc.client().orElseThrow())
                  .put("secret", secretName(context))));
    }
    if (access instanceof NetworkOnly only) {
      return List.of(
          policy(
              context,
              TemplateName.PLATFORM_SECURITY_POLICY_NETWORK,
              scope(context).put("networks", Value.ofAll(only.networks()))));
    }
    return List.of();
  }

  private static PlatformFile policy(PlatformContext context, TemplateName template, Scope scope) {
    return context.object("security-policy.yaml", template, scope);
  }

  private static Scope scope(PlatformContext context) {
    return parent(context)
        .put(context.scope())
        .put("name", context.platform().name() + "-previews-access");
  }

  private static RouteParent parent(PlatformContext context) {
    return RouteParent.of(context.platform()).orElseThrow();
  }

  /** Beside the policy, which reads Secrets of its own namespace. */
  private static PlatformFile secret(PlatformContext context, SecretKeyRef secret) {
    return context.object(
        "access-secret.yaml",
        TemplateName.PLATFORM_ACCESS_SECRET,
        OverlayScope.store(context.scope(), secret)
            .put("name", secretName(context))
            .put("namespace", parent(context).namespace()));
  }

  private static String secretName(PlatformContext context) {
    return context.platform().name() + "-previews-login";
  }
}
