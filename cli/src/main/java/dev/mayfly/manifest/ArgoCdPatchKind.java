package dev.mayfly.manifest;

import dev.mayfly.platform.SyncTimeout;
import dev.mayfly.template.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * What Argo CD's own configuration needs: an end for syncs that never finish, which would block
 * deletion, and health checks that know a failed clone from a waiting one.
 */
final class ArgoCdPatchKind implements PlatformKind {
  /**
   * What the webhook's second route needs and only the owner of Argo CD can decide (Argo CD docs,
   * "TLS configuration"): it turns off the API server's TLS for everybody.
   */
  private static final List<String> PLAIN_HTTP =
      List.of(
          "The webhook route to argocd-server also needs `server.insecure: \"true\"`. Without it"
              + " the",
          "API server answers plain HTTP with a redirect, which no forge follows, and previews"
              + " wait",
          "for the next poll. It is not set here, because it takes TLS from everyone who reaches"
              + " the",
          "API server: set it where TLS ends at a Gateway or Ingress and nothing passes TLS"
              + " through.");

  private static final List<String> SYNC_TIMEOUT =
      List.of(
          "While a sync runs, Argo CD neither updates nor deletes the Application: without an end"
              + " a",
          "closed preview stays as long as its sync waits. The end holds for every Application of",
          "this Argo CD: `spec.argocd.syncTimeout` sets another where others need longer. Restart",
          "the application controller after a change.");

  @Override
  public List<PlatformFile> files(PlatformContext context) {
    List<PlatformFile> files = new ArrayList<>();
    boolean databases =
        context.platform().apps().stream().anyMatch(app -> app.database().isPresent());
    if (databases) {
      Scope scope = context.argocdScope();
      files.add(patch("argocd-cm.yaml", TemplateName.PATCHES_ARGOCD_CM, List.of(), scope, context));
    }
    List<String> more = new ArrayList<>(SYNC_TIMEOUT);
    if (context.platform().argocd().webhook().isPresent()) {
      more.addAll(PLAIN_HTTP);
    }
    String seconds = Long.toString(SyncTimeout.of(context.platform()).toSeconds());
    Scope scope = context.argocdScope().put("syncTimeout", seconds);
    TemplateName template = TemplateName.PATCHES_ARGOCD_CMD_PARAMS_CM;
    files.add(patch("argocd-cmd-params-cm.yaml", template, more, scope, context));
    return files;
  }

  private static PlatformFile patch(
      String path, TemplateName template, List<String> more, Scope scope, PlatformContext context) {
    String name = path.substring(0, path.length() - ".yaml".length());
    List<String> comment =
        new ArrayList<>(
            PatchNote.of(
                "Include it under `patches:` of the kustomization that",
                "installs Argo CD and so owns the ConfigMap " + name + "."));
    comment.addAll(more);
    return context.patch(path, comment, template, scope);
  }
}
