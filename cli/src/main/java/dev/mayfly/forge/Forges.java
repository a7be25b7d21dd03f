package dev.mayfly.forge;

import dev.mayfly.platform.ForgeSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Every kind of forge and what speaks to it. */
public final class Forges {
  private static final Map<ForgeSettings.Kind, Function<ForgeAccess, Forge>> ALL =
      new EnumMap<>(
          Map.of(
              ForgeSettings.Kind.GITHUB, GitHubForge::new,
              ForgeSettings.Kind.GITLAB, GitLabForge::new,
              ForgeSettings.Kind.GITEA, GiteaForge::new));

  private Forges() {}

  /** A forge that was named in {@code mayfly.yaml}; nothing is sent yet. */
  public static Forge connect(ForgeSettings.Kind kind, ForgeAccess access) {
    Function<ForgeAccess, Forge> constructor = ALL.get(kind);
    return constructor == null ? new NoForge() : constructor.apply(access);
  }
}
