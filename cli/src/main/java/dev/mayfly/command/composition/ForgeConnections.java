package dev.mayfly.command.composition;

import dev.mayfly.command.console.Console;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.Forges;
import dev.mayfly.forge.NoForge;
import dev.mayfly.http.Endpoint;
import dev.mayfly.http.Secret;
import dev.mayfly.platform.ForgeSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The forge, with the token that the environment has for whoever asks. */
public final class ForgeConnections {
  private ForgeConnections() {}

  /** The forge as those see it who look after the apps' repositories. */
  public static Forge forge(ForgeSettings settings, Console console) {
    return forge(settings, Connections.token(Connections.FORGE_TOKEN, console.env()), console);
  }

  /** A forge that nobody vouches for, so that it is sent no token. */
  static Forge strangerForge(ForgeSettings settings, Console console) {
    return forge(settings, "", console);
  }

  /** The forge as those see it who write to the GitOps repository; often another token. */
  public static Forge gitopsForge(ForgeSettings settings, Console console) {
    String token = Connections.token(Connections.GIT_TOKEN, console.env());
    return token.isEmpty() ? forge(settings, console) : forge(settings, token, console);
  }

  /** The forge for whoever does without where there is none, or no token that it takes. */
  public static Optional<Forge> withToken(
      ForgeSettings settings, Duration budget, Console console) {
    if (settings.kind() == ForgeSettings.Kind.NONE) {
      return Optional.empty();
    }
    String token = Connections.token(Connections.FORGE_TOKEN, console.env());
    return token.isEmpty()
        ? Optional.empty()
        : Optional.of(forge(settings, token, budget, console));
  }

  private static Forge forge(ForgeSettings settings, String token, Console console) {
    return forge(settings, token, Forges.LIMITS.budget(), console);
  }

  private static Forge forge(
      ForgeSettings settings, String token, Duration budget, Console console) {
    if (settings.kind() == ForgeSettings.Kind.NONE) {
      return new NoForge();
    }
    return Forges.connect(
        settings.kind(),
        new Endpoint(URI.create(settings.url()), token(token, console)),
        Connections.http(Forges.LIMITS.lasting(budget), console));
  }

  /** The forge may be told two tokens, one for each of its repositories, and must show neither. */
  private static Optional<Secret> token(String token, Console console) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Secret given = Secret.bearer(token);
    for (String name : List.of(Connections.GIT_TOKEN, Connections.FORGE_TOKEN)) {
      String other = Connections.token(name, console.env());
      if (!other.isEmpty() && !other.equals(token)) {
        given = given.hidingAlso(Secret.bearer(other));
      }
    }
    return Optional.of(given);
  }
}
