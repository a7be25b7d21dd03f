package dev.mayfly.lint.rule.admission;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Resource;
import org.jspecify.annotations.Nullable;

/** The kinds of admission policies, and whose they are. */
final class Policies {
  private static final String GROUP = "admissionregistration.k8s.io";

  static final GroupKind VALIDATING = new GroupKind(GROUP, "ValidatingAdmissionPolicy");
  static final GroupKind MUTATING = new GroupKind(GROUP, "MutatingAdmissionPolicy");
  static final GroupKind BINDING = new GroupKind(GROUP, "ValidatingAdmissionPolicyBinding");

  private Policies() {}

  /** Whether both are rendered for the same app of the same platform. */
  static boolean areOfOneApp(Resource one, Resource other) {
    return platform(one) instanceof String platform
        && app(one) instanceof String app
        && platform.equals(platform(other))
        && app.equals(app(other));
  }

  static @Nullable String platform(Resource resource) {
    return resource.textAt("metadata", "labels", "mayfly.dev/platform");
  }

  static @Nullable String app(Resource resource) {
    return resource.textAt("metadata", "labels", "mayfly.dev/app");
  }

  /** Where in a text; a YAML position would be wrong where the text is folded or escaped. */
  static String place(String text, int offset) {
    int from = Math.max(0, offset - 20);
    String before = text.substring(from, offset);
    int to = Math.min(text.length(), offset + 20);
    String around = (from > 0 ? "..." : "") + before + "^" + text.substring(offset, to);
    return " (at character "
        + (text.codePointCount(0, offset) + 1)
        + ": `"
        + around.replaceAll("\\s", " ").replace('`', '\'')
        + (to < text.length() ? "..." : "")
        + "`)";
  }
}
