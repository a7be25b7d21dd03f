package dev.mayfly.command.composition;

import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.git.CommitText;
import dev.mayfly.report.TerminalText;
import java.util.Map;

/** Who commits: {@code MAYFLY_AUTHOR} as a name, or as Git writes it with the address behind. */
public record Committer(String name, String email) {
  private static final String AUTHOR = "MAYFLY_AUTHOR";
  private static final String EMAIL = "MAYFLY_EMAIL";

  /**
   * Reads the variables.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) when Git could not write them
   */
  public static Committer from(Map<String, String> env) {
    String author = env.getOrDefault(AUTHOR, "Mayfly").strip();
    String email = env.getOrDefault(EMAIL, "").strip();
    int open = author.indexOf('<');
    if (open > 0 && author.endsWith(">")) {
      String behind = author.substring(open + 1, author.length() - 1).strip();
      email = email.isEmpty() ? behind : email;
      author = author.substring(0, open).strip();
    }
    if (!CommitText.isAuthor(author)) {
      throw wrong(AUTHOR, env, "a name such as `Acme Previews`, or `Acme Previews <bot@acme.dev>`");
    }
    email = email.isEmpty() ? "mayfly@localhost" : email;
    if (!CommitText.isEmail(email)) {
      throw wrong(
          env.containsKey(EMAIL) ? EMAIL : AUTHOR, env, "an address such as `bot@acme.dev`");
    }
    return new Committer(author, email);
  }

  private static RuntimeException wrong(String variable, Map<String, String> env, String form) {
    return UsageErrors.usage(
        "`%s` is `%s`, which Git cannot write as who commits"
            .formatted(variable, TerminalText.clean(env.getOrDefault(variable, ""))),
        "write " + form);
  }
}
