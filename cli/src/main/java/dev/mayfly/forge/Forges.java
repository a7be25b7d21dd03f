package dev.mayfly.forge;

import dev.mayfly.platform.ForgeSettings;

/** Every kind of forge and what speaks to it. */
public final class Forges {
  private Forges() {}

  /** A forge that was named in {@code mayfly.yaml}; nothing is sent yet. */
  public static Forge connect(ForgeSettings.Kind kind, ForgeAccess access) {
    return switch (kind) {
      case GITHUB -> new GitHubForge(access);
      case GITLAB -> new GitLabForge(access);
      case GITEA -> new GiteaForge(access);
      case NONE -> new NoForge();
    };
  }
}
