package dev.mayfly.access;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.http.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What may be shown to a guard beyond an anonymous request: tokens of Access, and one that the
 * issuer of logins made for CI. For Cloudflare the values are read from variables with the names
 * that its own tools use.
 */
public record GuardCredentials(
    Optional<ServiceToken> serviceToken,
    Optional<ApiToken> apiToken,
    Optional<Secret> bearerToken) {
  static final String CLIENT_ID = "CF_ACCESS_CLIENT_ID";
  static final String CLIENT_SECRET = "CF_ACCESS_CLIENT_SECRET";
  static final String API_TOKEN = "CLOUDFLARE_API_TOKEN";
  static final String ACCOUNT_ID = "CLOUDFLARE_ACCOUNT_ID";
  static final String BEARER = "MAYFLY_ACCESS_TOKEN";

  public static final GuardCredentials NONE =
      new GuardCredentials(Optional.empty(), Optional.empty(), Optional.empty());

  /** An Access service token: sent to preview hosts only. */
  public record ServiceToken(Secret id, Secret secret) {
    private Map<String, Secret> headers() {
      return Map.of("CF-Access-Client-Id", id, "CF-Access-Client-Secret", secret);
    }
  }

  /** A token that may read the account's Access applications: sent to the API only. */
  public record ApiToken(String account, Secret token) {}

  /** What lets a program past the guard: sent to preview hosts only. None where nothing does. */
  public Map<String, Secret> headers(Guard guard) {
    return switch (guard) {
      case AccessApplication ignored -> serviceToken.map(ServiceToken::headers).orElse(Map.of());
      case LoginIssuer ignored ->
          bearerToken.map(token -> Map.of("Authorization", token)).orElse(Map.of());
      case NamedNetworks ignored -> Map.of();
    };
  }

  /**
   * Reads the variables.
   *
   * @throws ProblemsException (configuration) when only half of a service token is there or a value
   *     cannot be one; values are not repeated
   */
  public static GuardCredentials from(Map<String, String> variables) {
    return new GuardCredentials(
        pair(variables, CLIENT_ID, CLIENT_SECRET)
            ? Optional.of(
                new ServiceToken(
                    secret(variables, CLIENT_ID, Secret::plain),
                    secret(variables, CLIENT_SECRET, Secret::plain)))
            : Optional.empty(),
        isSet(variables, ACCOUNT_ID) && isSet(variables, API_TOKEN)
            ? Optional.of(
                new ApiToken(account(variables), secret(variables, API_TOKEN, Secret::bearer)))
            : Optional.empty(),
        isSet(variables, BEARER)
            ? Optional.of(secret(variables, BEARER, Secret::bearer))
            : Optional.empty());
  }

  private static boolean pair(Map<String, String> variables, String one, String other) {
    boolean first = isSet(variables, one);
    boolean second = isSet(variables, other);
    if (first == second) {
      return first;
    }
    String missing = first ? other : one;
    throw refused("`" + missing + "` is not set", "it belongs to `" + (first ? one : other) + "`");
  }

  private static boolean isSet(Map<String, String> variables, String name) {
    return !variables.getOrDefault(name, "").isEmpty();
  }

  private static Secret secret(
      Map<String, String> variables, String name, Function<String, Secret> form) {
    try {
      return form.apply(variables.getOrDefault(name, ""));
    } catch (IllegalArgumentException e) {
      throw refused("`" + name + "` holds characters that no token has", "");
    }
  }

  private static String account(Map<String, String> variables) {
    String account = variables.getOrDefault(ACCOUNT_ID, "");
    if (!account.matches("[0-9a-f]{32}")) {
      throw refused("`" + ACCOUNT_ID + "` is not an account id of 32 hex digits", "");
    }
    return account;
  }

  private static ProblemsException refused(String message, String hint) {
    return Fault.CONFIGURATION.error("access-credentials", message, hint);
  }
}
