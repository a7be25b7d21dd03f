package dev.mayfly.access;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;

/** What is wrong before any host is asked. */
public final class AccessProblems {
  private AccessProblems() {}

  /** There is nothing to prove. */
  public static ProblemsException withoutAccess() {
    return configuration(
        "access-none",
        "the platform does without Access: `exposure.access.kind` is `none`",
        "set it to `cloudflare` with team and audience");
  }

  /** A host that the wildcard does not cover. */
  public static ProblemsException foreignHost(String host, AccessApplication application) {
    return configuration(
        "access-host",
        "`" + host + "` is not one label below `" + application.domain() + "`",
        "TLS and Access wildcards cover exactly one label");
  }

  /** The token that was asked for is not there. */
  public static ProblemsException withoutToken() {
    return configuration(
        "access-token",
        "no service token is given",
        "set `" + Credentials.CLIENT_ID + "` and `" + Credentials.CLIENT_SECRET + "`");
  }

  private static ProblemsException configuration(String id, String message, String hint) {
    return new ProblemsException(Fault.CONFIGURATION, Problem.error(id, null, message, hint));
  }
}
