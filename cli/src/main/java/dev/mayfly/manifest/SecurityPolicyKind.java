package dev.mayfly.manifest;

import dev.mayfly.platform.Exposure.Cloudflare;
import java.util.List;

/**
 * The second line behind Cloudflare Access: Envoy Gateway checks the signed header itself, so going
 * round the edge to the origin gives nothing.
 */
final class SecurityPolicyKind implements PlatformKind {
  @Override
  public List<PlatformFile> files(PlatformContext context) {
    if (!(context.platform().exposure().access() instanceof Cloudflare access)
        || !access.verifyAtGateway()) {
      return List.of();
    }
    return List.of(
        PlatformFile.object(
            new Manifest(
                "security-policy.yaml",
                context
                    .templates()
                    .render(
                        TemplateName.PLATFORM_SECURITY_POLICY,
                        RouteParent.of(context.platform())
                            .orElseThrow()
                            .put(context.scope())
                            .put("name", context.platform().name() + "-previews-access")
                            .put("issuer", "https://" + access.team() + ".cloudflareaccess.com")
                            .put("audience", access.audience())))));
  }
}
