package dev.mayfly.manifest;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.Notifications;
import dev.mayfly.platform.Platform;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.List;
import java.util.Optional;

/**
 * Reports of the cluster to the forge: a service, triggers and templates of Argo CD notifications.
 * The templates read what {@link #marked} put on the Application, so that one set of them serves
 * bundles of the pull request and bundles from elsewhere.
 */
final class NotificationsKind implements PlatformKind {
  private static final List<String> NOTE =
      List.of(
          "Put the key into the Secret argocd-notifications-secret first: a service that cannot be"
              + " set",
          "up stops the notifications of everybody who uses this Argo CD.");

  @Override
  public List<PlatformFile> files(PlatformContext context) {
    return context.platform().argocd().notifications().stream()
        .map(notifications -> patch(context, notifications))
        .toList();
  }

  /** What the service, the triggers and the templates of a platform are called. */
  static String name(Platform platform) {
    return "mayfly-" + platform.name();
  }

  /**
   * The annotations of an Application with what notifications need beside them: which it wants, and
   * which commit of which repository they are about. Of two sources {@code spec.source} names none,
   * and a bundle from elsewhere does not tell the pull request's commit at all.
   */
  static Value.Fields marked(Value.Fields annotations, Blueprint blueprint) {
    Platform platform = blueprint.platform();
    return platform.argocd().notifications().isEmpty()
        ? annotations
        : annotations
            .with("mayfly.dev/repository", blueprint.app().repository().path())
            .with("mayfly.dev/head-sha", Text.of(new Fact.HeadSha()))
            .with(ArgoMetadata.SUBSCRIPTIONS, subscription(name(platform)));
  }

  /**
   * The form that takes names of any length (notifications-engine, {@code
   * pkg/subscriptions/annotations.go}): in the other the trigger and the service are part of the
   * annotation's key. The empty recipient is one; without it nobody is told.
   */
  private static String subscription(String name) {
    return """
    - trigger: [%1$s-running, %1$s-live, %1$s-degraded, %1$s-failed]
      destinations:
        - service: %1$s
          recipients: [""]
    """
        .formatted(name);
  }

  private static PlatformFile patch(PlatformContext context, Notifications notifications) {
    ForgeSettings forge = context.platform().forge();
    String name = name(context.platform());
    Scope scope =
        context
            .argocdScope()
            .put("notifications.name", name)
            .put("notifications.service", new Value.Embedded(service(forge, notifications)));
    if (forge.kind() == ForgeSettings.Kind.GITHUB) {
      scope
          .put("forge.url", forge.url())
          .put("notifications.logUrl", logUrl(notifications))
          .put("notifications.comment", notifications.comment() ? ", " + name + "-comment" : "");
    }
    List<String> comment =
        PatchNote.of(
            "Include it under `patches:` of the kustomization that",
            "installs Argo CD and so owns the ConfigMap argocd-notifications-cm.");
    comment.addAll(NOTE);
    TemplateName template = Dialect.of(forge.kind()).template();
    return context.patch("argocd-notifications-cm.yaml", comment, template, scope);
  }

  /** What differs: the templates, where the API lies below the forge, how it takes a token. */
  private record Dialect(TemplateName template, String api, String scheme) {
    static Dialect of(ForgeSettings.Kind forge) {
      return switch (forge) {
        case GITHUB, NONE -> new Dialect(TemplateName.PATCHES_ARGOCD_NOTIFICATIONS_GITHUB, "", "");
        case GITLAB ->
            new Dialect(TemplateName.PATCHES_ARGOCD_NOTIFICATIONS_GITLAB, "/api/v4", "Bearer ");
        case GITEA ->
            new Dialect(TemplateName.PATCHES_ARGOCD_NOTIFICATIONS_GITEA, "/api/v1", "token ");
      };
    }
  }

  /** GitHub takes an empty address for none. */
  private static String logUrl(Notifications notifications) {
    return notifications
        .url()
        .map(url -> url + "/applications/{{ .app.metadata.namespace }}/{{ .app.metadata.name }}")
        .orElse("");
  }

  private static Value.Fields service(ForgeSettings forge, Notifications notifications) {
    String secret = "$" + notifications.secretKey();
    Optional<Notifications.GitHubApp> app = notifications.gitHubApp();
    if (app.isPresent()) {
      Value.Fields service =
          Value.EMPTY
              .with("appID", app.get().appId())
              .with("installationID", app.get().installationId())
              .with("privateKey", secret);
      // The address of the API, not that of the forge (notifications-engine, issue 205).
      return forge
          .api()
          .map(api -> service.with("enterpriseBaseURL", api.replaceFirst("/$", "")))
          .orElse(service);
    }
    Dialect dialect = Dialect.of(forge.kind());
    List<Value> headers =
        List.of(
            header("Authorization", dialect.scheme() + secret),
            header("Content-Type", "application/json"));
    return Value.EMPTY
        .with("url", forge.url() + dialect.api())
        .with("headers", new Value.Items(headers));
  }

  private static Value header(String name, String value) {
    return Value.EMPTY.with("name", name).with("value", value);
  }
}
