package dev.mayfly.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * What Argo CD's own configuration needs: an end for syncs that never finish, which would block
 * deletion, and health checks that know a failed clone from a waiting one.
 */
final class ArgoCdPatchKind implements PlatformKind {
  @Override
  public List<PlatformFile> files(PlatformContext context) {
    List<PlatformFile> files = new ArrayList<>();
    boolean databases =
        context.platform().apps().stream().anyMatch(app -> app.database().isPresent());
    if (databases) {
      files.add(patch(context, "argocd-cm.yaml", TemplateName.PATCHES_ARGOCD_CM));
    }
    files.add(
        patch(context, "argocd-cmd-params-cm.yaml", TemplateName.PATCHES_ARGOCD_CMD_PARAMS_CM));
    return files;
  }

  private static PlatformFile patch(PlatformContext context, String path, TemplateName template) {
    String name = path.substring(0, path.length() - ".yaml".length());
    return PlatformFile.patch(
        new Manifest(
            path,
            List.of(
                "A patch, not a resource. Include it under `patches:` of the kustomization that",
                "installs Argo CD and so owns the ConfigMap " + name + "."),
            context.templates().render(template, context.argocdScope())));
  }
}
