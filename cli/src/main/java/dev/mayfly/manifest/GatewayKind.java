package dev.mayfly.manifest;

import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.platform.Entrance.ByGateway;
import dev.mayfly.platform.Entrance.Own;
import dev.mayfly.platform.GatewayRef;
import dev.mayfly.platform.NamespacePolicy;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A whole Gateway or ListenerSet of our own with one wildcard certificate, when asked for. */
final class GatewayKind implements PlatformKind {
  @Override
  public List<PlatformFile> files(PlatformContext context) {
    Optional<Own> own = context.platform().exposure().own();
    if (own.isEmpty()) {
      return List.of();
    }
    ByGateway entrance = context.platform().exposure().byGateway().orElseThrow();
    List<PlatformFile> files = new ArrayList<>();
    files.add(listener(context, entrance, own.get()));
    files.add(certificate(context, entrance, own.get()));
    if (own.get().kind() == Own.Kind.LISTENER_SET) {
      files.add(allowedListeners(context, entrance.gateway()));
    }
    return files;
  }

  /** A Gateway takes no ListenerSet unless it says so (Gateway API, {@code allowedListeners}). */
  private static PlatformFile allowedListeners(PlatformContext context, GatewayRef gateway) {
    return context.patch(
        "gateway-" + gateway.name() + ".yaml",
        PatchNote.of(
            "Include it under `patches:` of the kustomization that owns the",
            "Gateway " + gateway.name() + " in the namespace " + gateway.namespace() + "."),
        TemplateName.PATCHES_GATEWAY,
        new Scope()
            .put("gateway.name", gateway.name())
            .put("gateway.namespace", gateway.namespace()));
  }

  private static PlatformFile listener(PlatformContext context, ByGateway entrance, Own own) {
    Scope scope =
        context
            .scope()
            .put("gateway.name", entrance.gateway().name())
            .put("gateway.namespace", entrance.gateway().namespace())
            .put("gateway.listener", entrance.gateway().listener())
            .put("wildcard", wildcard(context))
            .put("certificate", certificateName(context))
            .put("namespaces", namespaces(context));
    return switch (own.kind()) {
      case GATEWAY ->
          context.object(
              "gateway.yaml",
              TemplateName.PLATFORM_GATEWAY,
              scope.put("className", own.className()));
      case LISTENER_SET ->
          context.object(
              "listener-set.yaml",
              TemplateName.PLATFORM_LISTENER_SET,
              scope.put("name", RouteParent.of(context.platform().name(), entrance).name()));
    };
  }

  private static PlatformFile certificate(PlatformContext context, ByGateway entrance, Own own) {
    return context.object(
        "certificate.yaml",
        TemplateName.PLATFORM_CERTIFICATE,
        context
            .scope()
            .put("certificate", certificateName(context))
            .put("gateway.namespace", entrance.gateway().namespace())
            .put("wildcard", wildcard(context))
            .put("issuer.kind", own.issuerKind())
            .put("issuer.name", own.issuer()));
  }

  private static String wildcard(PlatformContext context) {
    return "*." + context.platform().exposure().domain().orElseThrow();
  }

  private static String certificateName(PlatformContext context) {
    return context.platform().name() + "-previews-wildcard";
  }

  /**
   * Which namespaces may attach routes: those of previews, by a label that only the overlay sets.
   */
  private static Value namespaces(PlatformContext context) {
    NamespacePolicy policy = context.platform().namespace();
    return policy.isShared()
        ? OverlayScope.matchLabels(
            KubernetesMetadata.NAMESPACE_NAME, Text.of(policy.sharedName().orElseThrow()))
        : OverlayScope.matchLabels("mayfly.dev/platform", Text.of(context.platform().name()));
  }
}
