package dev.mayfly.manifest;

import dev.mayfly.platform.Exposure.Cloudflare;
import dev.mayfly.platform.GatewayRef;
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
    GatewayRef gateway = context.platform().exposure().gateway();
    return List.of(
        PlatformFile.object(
            new Manifest(
                "security-policy.yaml",
                context
                    .templates()
                    .render(
                        TemplateName.PLATFORM_SECURITY_POLICY,
                        context
                            .scope()
                            .put("name", context.platform().name() + "-previews-access")
                            .put("gateway.name", gateway.name())
                            .put("gateway.namespace", gateway.namespace())
                            .put("gateway.listener", gateway.listener())
                            .put(
                                "issuer", "https://" + access.team() + ".cloudflareaccess.com")
                            .put("audience", access.audience())))));
  }
}
