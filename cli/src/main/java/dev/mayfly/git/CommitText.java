package dev.mayfly.git;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;

/**
 * Who commits, when, and what the commit says. The same text onto the same parent and tree gives
 * the same commit id. Nothing in it can forge a trailer: a message is written raw by JGit.
 *
 * @param body empty, or paragraphs between the subject and the trailers
 * @param trailers token to value, in the order they are written
 */
public record CommitText(
    String author,
    String email,
    Instant when,
    String subject,
    String body,
    SequencedMap<String, String> trailers) {
  public CommitText {
    requireLine("subject", subject);
    if (!isAuthor(author) || !isEmail(email)) {
      throw new IllegalArgumentException("author and email are clean and hold no angle brackets");
    }
    if (!body.equals(body.strip()) || !body.lines().allMatch(CommitText::isClean)) {
      throw new IllegalArgumentException("the body is stripped and holds no control characters");
    }
    for (Map.Entry<String, String> trailer : trailers.entrySet()) {
      if (!trailer.getKey().matches("[A-Za-z][A-Za-z0-9-]*")) {
        throw new IllegalArgumentException("a trailer token is letters, digits and hyphens");
      }
      requireLine("trailer", trailer.getValue());
    }
    trailers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(trailers));
  }

  /** Whether a name may stand before the address of a commit. */
  public static boolean isAuthor(String name) {
    return isLine(name) && !name.matches(".*[<>].*");
  }

  public static boolean isEmail(String address) {
    return isLine(address) && !address.matches(".*[<> ].*");
  }

  private static boolean isLine(String line) {
    return !line.isBlank() && line.equals(line.strip()) && isClean(line);
  }

  private static void requireLine(String what, String line) {
    if (!isLine(line)) {
      throw new IllegalArgumentException(what + " is one clean line that is not empty");
    }
  }

  private static boolean isClean(String line) {
    return line.codePoints()
        .noneMatch(point ->
            Character.getType(point) == Character.CONTROL
                || Character.getType(point) == Character.LINE_SEPARATOR
                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR
                || Character.getType(point) == Character.SURROGATE);
  }

  /** The commit of a tree, without parents. */
  CommitBuilder of(ObjectId tree) {
    PersonIdent person = new PersonIdent(author, email, when, ZoneOffset.UTC);
    CommitBuilder commit = new CommitBuilder();
    commit.setTreeId(tree);
    commit.setAuthor(person);
    commit.setCommitter(person);
    commit.setMessage(message());
    return commit;
  }

  String message() {
    StringBuilder text = new StringBuilder(subject).append('\n');
    if (!body.isEmpty()) {
      text.append('\n').append(body).append('\n');
    }
    if (!trailers.isEmpty()) {
      text.append('\n');
      trailers.forEach((token, value) -> text.append(token + ": " + value + "\n"));
    }
    return text.toString();
  }
}
