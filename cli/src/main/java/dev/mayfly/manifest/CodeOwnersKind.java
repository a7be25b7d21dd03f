package dev.mayfly.manifest;

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
    paths.forEach(path -> lines.add(path + " " + String.join(" ", owners)));
    return List.of(
        new PlatformFile("CODEOWNERS", String.join("\n", lines) + "\n", PlatformFile.Role.NOTE));
  }
}
