package dev.mayfly.http;

import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param target a path below an {@link Endpoint}, encoded, with its query; or a whole address
 * @param shown what messages say: as we wrote it, since what a server gives may hold anything
 * @param repeatable whether sending it twice does no more than sending it once
 * @param secrets headers as well, which nobody can read
 * @param most the most bytes that are read of the answer's body
 */
public record Request(
    String method,
    String target,
    String shown,
    Optional<String> json,
    boolean repeatable,
    Map<String, String> headers,
    Map<String, Secret> secrets,
    int most) {
  /** Not one byte of a body is read, however long it is. */
  public static final int UNREAD = 0;

  /** What is read of a body unless somebody says otherwise, in bytes. */
  public static final int LARGEST = 8 << 20;

  private static Request of(
      String method, String target, Optional<String> json, boolean repeatable) {
    return new Request(
        method, target, shown(target), json, repeatable, Map.of(), Map.of(), LARGEST);
  }

  public static Request get(String target) {
    return of("GET", target, Optional.empty(), true);
  }

  /** For the status and the headers of an answer, by this method. */
  public static Request headersOnly(String method, String target) {
    return of(method, target, Optional.empty(), true).atMost(UNREAD);
  }

  /** A write that creates something: sent again only after a look at what is there. */
  public static Request create(String target, Tree body) {
    return of("POST", target, Optional.of(JsonWriter.write(body)), false);
  }

  /** A write that says how things shall be, so that saying it twice does no harm. */
  public static Request set(String method, String target, Tree body) {
    return of(method, target, Optional.of(JsonWriter.write(body)), true);
  }

  public static Request delete(String target) {
    return of("DELETE", target, Optional.empty(), true);
  }

  boolean isRead() {
    return method.equals("GET");
  }

  public Request to(String other) {
    return new Request(method, other, shown, json, repeatable, headers, secrets, most);
  }

  public Request with(Map<String, String> plain) {
    return new Request(method, target, shown, json, repeatable, plain, secrets, most);
  }

  public Request withSecrets(Map<String, Secret> hidden) {
    return new Request(method, target, shown, json, repeatable, headers, hidden, most);
  }

  public Request atMost(int bytes) {
    return new Request(method, target, shown, json, repeatable, headers, secrets, bytes);
  }

  public String describe() {
    return method + " " + shown;
  }

  /** Without the query, which may hold what a stranger wrote. */
  private static String shown(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
