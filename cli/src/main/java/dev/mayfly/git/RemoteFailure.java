package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.RemoteRepositoryException;
import org.jspecify.annotations.Nullable;

/** Makes one problem of a failed exchange: by HTTP status and type, by words only for display. */
record RemoteFailure(RemoteUrl remote, RemoteAccess access, int status, IOException cause) {

  /** Whether the same request could succeed a moment later. */
  boolean mayPass() {
    return remote.kind() != RemoteUrl.Kind.LOCAL
        && find(SSLHandshakeException.class) == null
        && status != 401
        && status != 403
        && status != 404
        && status != 407
        && !isRedirect()
        && find(NoRemoteRepositoryException.class) == null
        && find(RemoteRepositoryException.class) == null;
  }

  /** Whether the server denied the caller, as opposed to being unwell. */
  boolean denied() {
    return status == 401 || status == 403;
  }

  private boolean isRedirect() {
    return status >= 300 && status < 400;
  }

  /** What a user is told after so many attempts. */
  ProblemsException problem(int attempts) {
    ProblemsException problem = described(attempts == 1 ? "" : "; tried " + attempts + " times");
    problem.initCause(cause);
    return problem;
  }

  private ProblemsException described(String tries) {
    if (status == 401) {
      boolean had = access.credentials().isPresent();
      return Fault.REMOTE.error(
          "remote-credentials",
          had ? "`" + remote + "` does not accept the token" : "`" + remote + "` asks for a token",
          had
              ? "it may be expired, revoked or made for another host"
              : "give one in `MAYFLY_GIT_TOKEN`, or in `MAYFLY_FORGE_TOKEN` for what is at the forge");
    }
    if (status == 403) {
      return Fault.REMOTE.error(
          "remote-forbidden",
          "`" + remote + "` does not permit this",
          "the token may lack the right to read or write this repository");
    }
    if (isRedirect()) {
      return Fault.REMOTE.error(
          "remote-redirect",
          "`" + remote + "` sends to another address, which is never followed",
          "write the repository's present address");
    }
    if (status == 407) {
      return Fault.REMOTE.error("remote-proxy", "the proxy asks for a password", "");
    }
    if (status == 404 || find(NoRemoteRepositoryException.class) != null) {
      return Fault.REMOTE.error(
          "repository-missing",
          "`" + remote + "` is not a Git repository, or not for these credentials",
          "");
    }
    MissingObjectException missing = find(MissingObjectException.class);
    if (missing != null) {
      return Fault.REMOTE.error(
          "commit-missing",
          "`%s` has no commit `%s`".formatted(remote, missing.getObjectId().name()),
          "a branch may have been rewritten, or a tag deleted");
    }
    if (find(RemoteRepositoryException.class) != null) {
      return Fault.REMOTE.error(
          "remote-refused", "`" + remote + "` refuses to send what was asked for: " + words(), "");
    }
    return Fault.REMOTE.error(
        "remote-unreachable", "`" + remote + "` cannot be reached: " + words() + tries, advice());
  }

  /** Whether the other side is there and well, and just does not have what was asked for. */
  boolean isMissingObject() {
    return find(MissingObjectException.class) != null || words().contains("not our ref");
  }

  private String advice() {
    if (find(SSLException.class) != null) {
      return "if its certificate comes from an authority of your own, name that in `MAYFLY_CA_FILE`";
    }
    if (find(UnknownHostException.class) != null) {
      return "its name has no address here: check it, and whether a proxy is needed (`HTTPS_PROXY`)";
    }
    if (remote.kind() == RemoteUrl.Kind.SSH && find(SocketException.class) == null) {
      return "the server's key has to be in the file that `MAYFLY_KNOWN_HOSTS` names, and yours in the"
          + " one that `MAYFLY_SSH_KEY` names, or in an agent";
    }
    return find(SocketException.class) != null
        ? "nothing answers there: check the port, the firewall, and whether a proxy is needed"
            + " (`HTTPS_PROXY`)"
        : "";
  }

  /** The innermost message, which says most; cleaned, since a server may have written it. */
  @SuppressWarnings("ReferenceEquality")
  String words() {
    Throwable innermost = cause;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return CleanText.of(
        access.redact(message == null ? innermost.getClass().getSimpleName() : message));
  }

  private <T extends Throwable> @Nullable T find(Class<T> type) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
    }
    return null;
  }
}
