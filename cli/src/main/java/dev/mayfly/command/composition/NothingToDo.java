package dev.mayfly.command.composition;

/** Ends a command well, with nothing done: what started it asks for nothing. */
public final class NothingToDo extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String reason;

  /** The reason is a sentence without a full stop. */
  NothingToDo(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
