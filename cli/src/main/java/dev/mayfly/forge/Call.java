package dev.mayfly.forge;

import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.Optional;

/**
 * One request.
 *
 * @param path below the API's base, encoded, with its query; or a whole address that the forge gave
 * @param shown what messages say: as we wrote it, since what a forge gives may hold anything
 * @param repeatable whether sending it twice does no more than sending it once
 */
record Call(String method, String path, String shown, Optional<String> json, boolean repeatable) {

  static Call get(String path) {
    return new Call("GET", path, shown(path), Optional.empty(), true);
  }

  /** A write that creates something: sent again only after a look at what is there. */
  static Call create(String path, Tree body) {
    return new Call("POST", path, shown(path), Optional.of(JsonWriter.write(body)), false);
  }

  /** A write that says how things shall be, so that saying it twice does no harm. */
  static Call set(String method, String path, Tree body) {
    return new Call(method, path, shown(path), Optional.of(JsonWriter.write(body)), true);
  }

  static Call delete(String path) {
    return new Call("DELETE", path, shown(path), Optional.empty(), true);
  }

  boolean isRead() {
    return method.equals("GET");
  }

  Call to(String otherPath) {
    return new Call(method, otherPath, shown, json, repeatable);
  }

  String describe() {
    return method + " " + shown;
  }

  /** Without the query, which may hold what a stranger wrote. */
  private static String shown(String path) {
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }
}
