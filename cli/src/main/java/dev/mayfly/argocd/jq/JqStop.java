package dev.mayfly.argocd.jq;

/** Ends an expression. */
public final class JqStop extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether jq itself fails, so that Argo CD deletes nothing; else nobody knows here. */
  final boolean fails;

  private JqStop(boolean fails, String reason) {
    super(reason, null, false, false);
    this.fails = fails;
  }

  static JqStop failed(String reason) {
    return new JqStop(true, reason);
  }

  static JqStop undecided(String reason) {
    return new JqStop(false, reason);
  }

  /** The same, said of an expression. */
  public JqStop of(String expression) {
    return new JqStop(fails, "`" + expression + "` " + reason());
  }

  /** In words that follow the name of the expression. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
