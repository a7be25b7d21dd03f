package dev.mayfly.manifest;

import dev.mayfly.platform.ArgoCd.SecretMode;
import dev.mayfly.platform.ArgoCd.Webhook;
import dev.mayfly.platform.Entrance.ByIngress;
import dev.mayfly.platform.Entrance.InSecret;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.GatewayRef;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routes that let a forge refresh previews at once, and their secret. The ApplicationSet
 * controller and the API server serve one path, so each needs a host of its own (Argo CD docs,
 * ApplicationSet webhook configuration).
 */
final class WebhookKind implements PlatformKind {
  private static final int APPLICATION_SET_PORT = 7000;
  private static final int SERVER_PORT = 80;

  /** Argo CD docs, "Ingress Configuration": the server answers plain HTTP with a redirect. */
  private static final List<String> PLAIN_HTTP =
      List.of(
          "The API server redirects plain HTTP to HTTPS, and a forge does not follow: it needs",
          "`server.insecure: \"true\"` in argocd-cmd-params-cm, or a route of your own that ends in"
              + " TLS.");

  @Override
  public List<PlatformFile> files(PlatformContext context) {
    Optional<Webhook> webhook = context.platform().argocd().webhook();
    if (webhook.isEmpty()) {
      return List.of();
    }
    return List.of(
        route(
            context,
            webhook.get(),
            "application-set",
            webhook.get().host(),
            "argocd-applicationset-controller",
            APPLICATION_SET_PORT),
        route(
            context,
            webhook.get(),
            "server",
            webhook.get().serverHost(),
            "argocd-server",
            SERVER_PORT),
        secret(context, webhook.get()));
  }

  private static PlatformFile route(
      PlatformContext context,
      Webhook webhook,
      String what,
      String host,
      String service,
      int port) {
    String name = context.platform().name() + "-webhook-" + what;
    Scope scope =
        context
            .argocdScope()
            .put("name", name)
            .put("host", host)
            .put("service.name", service)
            .put("service.port", new Value.Num(port));
    return context.object(
        "webhook-route-" + what + ".yaml",
        port == SERVER_PORT ? PLAIN_HTTP : List.of(),
        attach(webhook, name, scope),
        scope);
  }

  /** Puts what a route attaches to, and gives the template for it. */
  private static TemplateName attach(Webhook webhook, String name, Scope scope) {
    if (webhook.gateway().isPresent()) {
      GatewayRef gateway = webhook.gateway().get();
      scope
          .put("gateway.name", gateway.name())
          .put("gateway.namespace", gateway.namespace())
          .put("gateway.listener", gateway.listener());
      return TemplateName.PLATFORM_WEBHOOK_ROUTE;
    }
    ByIngress ingress = webhook.ingress().orElseThrow();
    Map<String, String> annotations = IngressKind.controllers(ingress);
    scope
        .put("class", ingress.className())
        .put("annotations", annotations.isEmpty() ? Value.ABSENT : Value.ofAll(annotations))
        .put("certificate", certificate(ingress, name));
    return TemplateName.PLATFORM_WEBHOOK_INGRESS;
  }

  /** A Secret beside Argo CD; none where the controller's default certificate is meant. */
  private static Value certificate(ByIngress ingress, String name) {
    return ingress
        .certificate()
        .map(it -> Value.of(it instanceof InSecret(String secret) ? secret : name + "-tls"))
        .orElse(Value.ABSENT);
  }

  private static PlatformFile secret(PlatformContext context, Webhook webhook) {
    boolean own = webhook.mode() == SecretMode.OWN;
    Scope scope =
        OverlayScope.store(context.argocdScope(), webhook.secret())
            .put("name", context.platform().name() + "-webhook")
            .put("secretKey", secretKey(context.platform().forge().kind()));
    return context.object(
        "webhook-secret.yaml",
        own ? referenceNote(context) : List.of(),
        own ? TemplateName.PLATFORM_WEBHOOK_SECRET_OWN : TemplateName.PLATFORM_WEBHOOK_SECRET_MERGE,
        scope);
  }

  private static List<String> referenceNote(PlatformContext context) {
    String key = secretKey(context.platform().forge().kind());
    return List.of(
        "Argo CD reads it where argocd-secret refers to it:",
        key + ": $" + context.platform().name() + "-webhook:" + key);
  }

  private static String secretKey(ForgeSettings.Kind kind) {
    return switch (kind) {
      case GITLAB -> "webhook.gitlab.secret";
      case GITEA -> "webhook.gogs.secret";
      case GITHUB, NONE -> "webhook.github.secret";
    };
  }
}
