package dev.mayfly.platform;

import dev.mayfly.platform.ForgeSettings.Kind;
import dev.mayfly.platform.ForgeSettings.TokenSecret;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;

/** Reads {@code spec.forge}. */
final class ForgeReader {
  private ForgeReader() {}

  static ForgeSettings read(Fields spec) {
    try (Fields forge = spec.requiredMap("forge")) {
      Kind kind = forge.requiredChoice("kind", Choice.of(Kind.values()));
      String url =
          kind.service().isEmpty() && kind != Kind.NONE
              ? forge.text("url", Syntaxes.FORGE_URL)
              : forge.text("url", Syntaxes.FORGE_URL, kind.service());
      return new ForgeSettings(
          kind,
          url,
          forge.map("tokenSecret").map(ForgeReader::tokenSecret),
          forge.flag("deployments", false));
    }
  }

  private static TokenSecret tokenSecret(Fields written) {
    try (Fields secret = written) {
      return new TokenSecret(
          secret.text("name", Syntaxes.OBJECT_NAME), secret.text("key", Syntaxes.SECRET_KEY));
    }
  }
}
