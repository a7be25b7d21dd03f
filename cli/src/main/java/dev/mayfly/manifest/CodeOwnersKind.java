package dev.mayfly.manifest;

import dev.mayfly.platform.AppBundle;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.platform.ValueFile;
import java.util.ArrayList;
import java.util.List;

/** Lines for the forge's CODEOWNERS file, so that only admins change what admins own. */
final class CodeOwnersKind implements PlatformKind {
  @Override
  public List<PlatformFile> files(PlatformContext context) {
    List<String> owners = context.platform().codeOwners();
    if (owners.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("# Copy these lines into the repository's CODEOWNERS file.");
    List<String> paths = new ArrayList<>(List.of("/mayfly.yaml", "/templates/", "/platform/"));
    if (context.platform().gitops().isGenerator()) {
      paths.add("/previews/");
    }
    String folder = context.platform().gitops().path();
    String top = folder.isEmpty() ? "" : "/" + folder;
    paths.replaceAll(path -> top + path);
    context.platform().apps().forEach(app -> paths.addAll(ownedBy(app.bundle())));
    paths.forEach(path -> lines.add(path + " " + String.join(" ", owners)));
    return List.of(
        new PlatformFile("CODEOWNERS", String.join("\n", lines) + "\n", PlatformFile.Role.NOTE));
  }

  /** What a bundle takes from the GitOps repository, which admins own then too. */
  private static List<String> ownedBy(AppBundle bundle) {
    List<String> paths = new ArrayList<>();
    if (bundle.origin() instanceof BundleOrigin.GitOpsFolder && !bundle.folder().isEmpty()) {
      paths.add("/" + bundle.path() + "/");
    }
    for (ValueFile file : bundle.valueFiles()) {
      if (file instanceof ValueFile.InGitOps) {
        paths.add("/" + file.path());
      }
    }
    return paths.stream().map(path -> path.replace(" ", "\\ ")).toList();
  }
}
