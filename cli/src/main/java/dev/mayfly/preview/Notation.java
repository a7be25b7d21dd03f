package dev.mayfly.preview;

import dev.mayfly.yaml.Syntax;

/** How the same facts are written in every file that carries them. */
public final class Notation {
  /** The version of all of Mayfly's own documents. */
  public static final Syntax API_VERSION =
      Syntax.of("mayfly\\.dev/v1alpha1", "`mayfly.dev/v1alpha1`");

  public static final Syntax SHA =
      Syntax.of("[0-9a-f]{40}", "a commit id of 40 lower-case hex digits");

  /** Looser than a platform's own: forges have names that no platform lists. */
  public static final Syntax REPOSITORY =
      Syntax.of("[A-Za-z0-9._/-]{3,255}", "a repository of the form owner/name");

  public static final Syntax DIGEST =
      Syntax.of("sha256:[0-9a-f]{64}", "a digest of the form sha256:<64 lower-case hex>");

  private Notation() {}
}
