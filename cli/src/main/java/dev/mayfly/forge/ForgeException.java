package dev.mayfly.forge;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;

/**
 * A forge did not do what it was asked. Checked, because what it means is for the caller to say:
 * for one pull request of many it is "unknown, leave it alone", never "closed".
 */
public final class ForgeException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong, as far as it changes what to do. */
  public enum Kind {
    /** 404 or 410: gone, renamed, or this token may not see it. Never proof that it is closed. */
    NOT_FOUND("forge-not-found", "check the name, and that the token may read the repository"),
    /** 401, or 403 that is no rate limit. */
    UNAUTHORIZED(
        "forge-unauthorized",
        "check that the token is given (`MAYFLY_FORGE_TOKEN`, or `MAYFLY_GIT_TOKEN` for the GitOps"
            + " repository), that it is valid, and what it may do"),
    /** The forge wants us to wait longer than this run may take. */
    RATE_LIMITED("forge-rate-limited", "run again later, or use a token with a higher limit"),
    /** No answer, or a server error, after all retries; a write may have happened. */
    UNREACHABLE("forge-unreachable", "run again: every command finishes what it finds half done"),
    /** An answer that is not what the API promises. */
    MALFORMED("forge-malformed", "check that `forge.url` and `forge.kind` name the forge"),
    /** The repository answers by another name. */
    MOVED(
        "forge-moved",
        "was it renamed or moved? Write its present name in `apps[].repository`, or in `gitops`"),
    /** More than is read of one answer; a smaller page may do. */
    TOO_LARGE("forge-too-large", "check that `forge.url` and `forge.kind` name the forge"),
    /** The forge understood and refused, such as 405, 409 or 422. */
    REJECTED("forge-rejected", ""),
    /** There is no forge: {@code forge.kind} is none. */
    NO_FORGE("forge-none", "set `forge.kind` and `forge.url`, or do without");

    private final String id;
    private final String hint;

    Kind(String id, String hint) {
      this.id = id;
      this.hint = hint;
    }
  }

  private final Kind kind;
  private final int status;
  private final boolean unsettled;
  private final String movedTo;

  private ForgeException(Kind kind, int status, boolean unsettled, String movedTo, String message) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.unsettled = unsettled;
    this.movedTo = movedTo;
  }

  static ForgeException of(Kind kind, String message) {
    return new ForgeException(kind, 0, false, "", message);
  }

  static ForgeException ofStatus(Kind kind, int status, String message) {
    return new ForgeException(kind, status, false, "", message);
  }

  /** The forge answers a name with what bears another now, if it says which. */
  static ForgeException moved(RepositoryName asked, Optional<RepositoryName> now) {
    String named = now.map(other -> "`" + other + "`").orElse("another repository");
    return new ForgeException(
        Kind.MOVED,
        0,
        false,
        now.map(RepositoryName::path).orElse(""),
        "asked for `%s`, the forge answers with %s".formatted(asked, named));
  }

  /** Whether the forge itself said that what was asked for bears this name now. */
  public boolean isMovedTo(RepositoryName name) {
    return movedTo.equals(name.path());
  }

  /** A write was sent and its answer lost: only reading again tells whether it happened. */
  static ForgeException unsettled(String message) {
    return new ForgeException(Kind.UNREACHABLE, 0, true, "", message);
  }

  public Kind kind() {
    return kind;
  }

  /** The HTTP status, or 0 where there was none. */
  int status() {
    return status;
  }

  /** Whether it is not there, or not for this token to see. */
  boolean isHidden() {
    return kind == Kind.NOT_FOUND || status == 403;
  }

  boolean isUnsettled() {
    return unsettled;
  }

  public Problem problem() {
    return Problem.error(kind.id, null, String.valueOf(getMessage()), kind.hint);
  }

  /** What a forge is asked, and what it answers. */
  public interface Question<T> {
    T ask() throws ForgeException;
  }

  /** What a forge is told to do. */
  public interface Order {
    void give() throws ForgeException;
  }

  /** The answer, for callers that cannot go on without the forge. */
  public static <T> T required(Question<T> question) {
    try {
      return question.ask();
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
  }

  /** The same, where there is nothing to answer. */
  public static void done(Order order) {
    try {
      order.give();
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
  }

  /** What it means where the forge has to answer. */
  public ProblemsException endsCommand() {
    ProblemsException end = new ProblemsException(Fault.REMOTE, problem());
    end.initCause(this);
    return end;
  }
}
