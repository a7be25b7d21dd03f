package dev.mayfly.manifest;

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
          "The webhook route to argocd-server also needs `server.insecure: \"true\"`. Without it the",
          "API server answers plain HTTP with a redirect, which no forge follows, and previews wait",
          "for the next poll. It is not set here, because it takes TLS from everyone who reaches the",
          "API server: set it where TLS ends at a Gateway or Ingress and nothing passes TLS through.");

  @Override
  public List<PlatformFile> files(PlatformContext context) {
    List<PlatformFile> files = new ArrayList<>();
    boolean databases =
        context.platform().apps().stream().anyMatch(app -> app.database().isPresent());
    if (databases) {
      files.add(patch(context, "argocd-cm.yaml", TemplateName.PATCHES_ARGOCD_CM, List.of()));
    }
    boolean webhook = context.platform().argocd().webhook().isPresent();
    files.add(
        patch(
            context,
            "argocd-cmd-params-cm.yaml",
            TemplateName.PATCHES_ARGOCD_CMD_PARAMS_CM,
            webhook ? PLAIN_HTTP : List.of()));
    return files;
  }

  private static PlatformFile patch(
      PlatformContext context, String path, TemplateName template, List<String> more) {
    String name = path.substring(0, path.length() - ".yaml".length());
    List<String> comment =
        new ArrayList<>(
            List.of(
                "A patch, not a resource. Include it under `patches:` of the kustomization that",
                "installs Argo CD and so owns the ConfigMap " + name + "."));
    comment.addAll(more);
    return PlatformFile.patch(
        new Manifest(path, comment, context.templates().render(template, context.argocdScope())));
  }
}
