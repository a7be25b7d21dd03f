package dev.mayfly.bundle.build;

import dev.mayfly.platform.ReleaseLine;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which release lines of kustomize and Helm each release line of Argo CD brings along (Argo CD,
 * {@code hack/tool-versions.sh} of the newest tag of each).
 */
final class ToolVersions {
  private static final Map<String, Map<String, String>> BUNDLED =
      Map.of(
          "3.0", Map.of("kustomize", "5.6", "helm", "3.17"),
          "3.1", Map.of("kustomize", "5.7", "helm", "3.18"),
          "3.2", Map.of("kustomize", "5.7", "helm", "3.18"),
          "3.3", Map.of("kustomize", "5.8", "helm", "3.19"),
          "3.4", Map.of("kustomize", "5.8", "helm", "3.19"),
          "3.5", Map.of("kustomize", "5.8", "helm", "4.2"));

  private static final Pattern LINE = Pattern.compile("v?(\\d+\\.\\d+)(\\D.*)?", Pattern.DOTALL);

  private ToolVersions() {}

  /** What to say when the program is of another line than Argo CD's, or does not tell. */
  static Optional<String> difference(RenderTool.Rendering rendering, ReleaseLine argocd) {
    Matcher line = LINE.matcher(rendering.version());
    String found = line.matches() ? line.group(1) : "an unknown release";
    String bundled =
        BUNDLED.getOrDefault(argocd.toString(), Map.of()).getOrDefault(rendering.program(), "");
    if (found.equals(bundled)) {
      return Optional.empty();
    }
    String here = "the bundle was rendered by " + rendering.program() + " " + found;
    return Optional.of(
        bundled.isEmpty()
            ? here + ", and what Argo CD " + argocd + " brings along is not known here"
            : here + ", and Argo CD " + argocd + " brings " + bundled);
  }
}
