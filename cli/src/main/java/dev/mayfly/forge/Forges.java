package dev.mayfly.forge;

import dev.mayfly.http.Endpoint;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.HttpAccess.Limits;
import dev.mayfly.platform.ForgeSettings;
import java.time.Duration;

/** Every kind of forge and what speaks to it. */
public final class Forges {
  /** What a run that delivers something may take of the forge's time. */
  public static final Limits LIMITS =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5));

  private Forges() {}

  /** A forge that was named in {@code mayfly.yaml}, by its web address; nothing is sent yet. */
  public static Forge connect(ForgeSettings.Kind kind, Endpoint web, HttpAccess http) {
    return switch (kind) {
      case GITHUB -> new GitHubForge(web, http);
      case GITLAB -> new GitLabForge(web, http);
      case GITEA -> new GiteaForge(web, http);
      case NONE -> new NoForge();
    };
  }
}
