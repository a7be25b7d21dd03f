package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one map strictly: each field is asked for once with its type, then {@link #close} reports
 * the keys that nobody asked for. Problems are collected and a harmless stand-in is returned, so
 * one pass finds them all.
 */
public final class Fields implements AutoCloseable {
  private final @Nullable MapNode map;
  private final Location location;
  private final Problems problems;
  private final ScalarReader scalars;
  private final KnownKeys keys = new KnownKeys();

  public Fields(Node node, Problems problems) {
    this(node instanceof MapNode m ? m : null, node.location(), problems);
    if (map == null) {
      problems.error("wrong-type", location, "expected a map, found " + node.describe());
    }
  }

  private Fields(@Nullable MapNode map, Location location, Problems problems) {
    this.map = map;
    this.location = location;
    this.problems = problems;
    this.scalars = new ScalarReader(problems);
  }

  /** Says what is wrong with a key, or with the whole map by an empty one, where several tell. */
  public void error(String id, String key, String message, String hint) {
    problems.error(id, location(key), message, hint);
  }

  public Location location() {
    return location;
  }

  /** Where the value of a key stands, or else the whole map. */
  public Location location(String key) {
    Node node = map == null ? null : map.get(key);
    return node == null ? location : node.location();
  }

  /** The raw value, for what keeps its own shape; null when absent. */
  public @Nullable Node raw(String key) {
    keys.ask(key);
    return map == null ? null : map.get(key);
  }

  public String text(String key, Syntax syntax) {
    return optionalText(key, syntax).orElseGet(() -> missing(key, ""));
  }

  public String text(String key, Syntax syntax, String otherwise) {
    return optionalText(key, syntax).orElse(otherwise);
  }

  public Optional<String> optionalText(String key, Syntax syntax) {
    return Optional.ofNullable(raw(key)).map(node -> scalars.text(node, syntax));
  }

  public List<String> texts(String key, Syntax syntax) {
    return items(key).stream().map(item -> item(item, syntax)).toList();
  }

  /** The text of one item of a list whose items have several shapes. */
  public String item(Node item, Syntax syntax) {
    return scalars.text(item, syntax);
  }

  public List<Integer> integers(String key, int least, int most) {
    return items(key).stream().map(item -> scalars.integer(item, least, most)).toList();
  }

  /** A map of strings, such as quantities by resource name. */
  public Map<String, String> textMap(String key, Syntax keys, Syntax values) {
    Map<String, String> texts = new LinkedHashMap<>();
    MapNode entries = freeMap(key).orElseGet(() -> new MapNode(List.of(), location));
    requireKeys(entries, keys);
    for (MapNode.Entry entry : entries.entries()) {
      texts.put(entry.key().text(), scalars.text(entry.value(), values));
    }
    return Collections.unmodifiableMap(texts);
  }

  /** A map whose keys are the user's own. */
  public Optional<MapNode> freeMap(String key) {
    return shaped(key, MapNode.class, "a map");
  }

  /** Refuses keys of another form; the key's quotes are of no consequence. */
  public void requireKeys(MapNode entries, Syntax keys) {
    for (MapNode.Entry entry : entries.entries()) {
      scalars.text(new ScalarNode(entry.key().text(), false, entry.key().location()), keys);
    }
  }

  public boolean flag(String key, boolean otherwise) {
    Node node = raw(key);
    return node == null ? otherwise : scalars.flag(node, otherwise);
  }

  public Optional<Integer> integer(String key, int least, int most) {
    return Optional.ofNullable(raw(key)).map(node -> scalars.integer(node, least, most));
  }

  public int requiredInteger(String key, int least, int most) {
    return integer(key, least, most).orElseGet(() -> missing(key, least));
  }

  /** One of a closed list of words. */
  public <E extends Enum<E>> Optional<E> choice(String key, E[] words) {
    return Optional.ofNullable(raw(key))
        .map(node -> scalars.choice(node, Choice.of(words)).orElse(words[0]));
  }

  /** The word that decides what else the map may hold. */
  public <E extends Enum<E>> E requiredChoice(String key, E[] words) {
    Node node = raw(key);
    if (node == null) {
      keys.missWord(key);
      return words[0];
    }
    Optional<E> chosen = scalars.choice(node, Choice.of(words));
    if (chosen.isEmpty()) {
      keys.wrongWord();
    }
    return chosen.orElse(words[0]);
  }

  /** What an optional map is read as; its keys are then all that it may hold. */
  public <T> Optional<T> map(String key, Function<Fields, T> read) {
    return Optional.ofNullable(raw(key)).map(node -> whole(node, read));
  }

  public <T> T requiredMap(String key, Function<Fields, T> read) {
    return map(key, read)
        .orElseGet(() -> read.apply(missing(key, new Fields(null, location, problems))));
  }

  /** An optional map; when it is left out all its fields are. */
  public <T> T mapOrEmpty(String key, Function<Fields, T> read) {
    return map(key, read).orElseGet(() -> whole(new MapNode(List.of(), location), read));
  }

  public <T> List<T> maps(String key, Function<Fields, T> read) {
    return items(key).stream().map(item -> whole(item, read)).toList();
  }

  /** Reads a map that is known, such as one of a list of several shapes. */
  public <T> T whole(Node node, Function<Fields, T> read) {
    try (Fields fields = new Fields(node, problems)) {
      return read.apply(fields);
    }
  }

  /** The items of a list of several shapes; none where it is left out. */
  public List<Node> items(String key) {
    return shaped(key, ListNode.class, "a list").map(ListNode::items).orElse(List.of());
  }

  private <T extends Node> Optional<T> shaped(String key, Class<T> shape, String what) {
    Optional<Node> node = Optional.ofNullable(raw(key));
    node.filter(it -> !shape.isInstance(it))
        .ifPresent(it ->
            problems.error(
                "wrong-type", it.location(), "expected " + what + ", found " + it.describe()));
    return node.filter(shape::isInstance).map(shape::cast);
  }

  /** Whether every key that had to be there so far is; {@link #close} says which are not. */
  public boolean isWhole() {
    return !keys.lacks();
  }

  /** Remembers a required key that is left out. */
  private <T> T missing(String key, T standIn) {
    keys.miss(key);
    return standIn;
  }

  /** Reports the keys that nobody asked for, and those that are left out. */
  @Override
  public void close() {
    if (map != null) {
      keys.report(map, location, problems);
    }
  }
}
