package dev.mayfly.access;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;

/** What is wrong before any host is asked. */
public final class AccessProblems {
  private AccessProblems() {}

  /** There is nothing to prove. */
  public static ProblemsException withoutAccess() {
    return Fault.CONFIGURATION.error(
        "access-none",
        "the platform does without Access: `exposure.access.kind` is `none`",
        "say what guards its previews: `cloudflare`, `oidc` or `network`");
  }

  /** A host that no preview could have. */
  public static ProblemsException foreignHost(String host, Guard guard) {
    return Fault.CONFIGURATION.error(
        "access-host",
        "`"
            + host
            + (guard.served().deeper() ? "` is not below `" : "` is not one label below `")
            + String.join("` or `", guard.served().parents())
            + "`",
        "wildcards of TLS and Access cover exactly one label");
  }

  /** The token that was asked for is not there. */
  public static ProblemsException withoutToken(Guard guard) {
    return switch (guard) {
      case AccessApplication application ->
          Fault.CONFIGURATION.error(
              "access-token",
              "no service token is given",
              "set `"
                  + GuardCredentials.CLIENT_ID
                  + "` and `"
                  + GuardCredentials.CLIENT_SECRET
                  + "`");
      case LoginIssuer issuer ->
          Fault.CONFIGURATION.error(
              "access-token",
              "no bearer token is given",
              "set `" + GuardCredentials.BEARER + "` to one that `" + issuer.issuer() + "` made");
      case NamedNetworks networks ->
          Fault.CONFIGURATION.error(
              "access-token",
              "networks ask for no token: `exposure.access.kind` is `network`",
              "leave `--require-token` out");
    };
  }
}
