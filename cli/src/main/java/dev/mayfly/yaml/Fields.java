package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    this.location = node.location();
    this.problems = problems;
    this.scalars = new ScalarReader(problems);
    this.map = node instanceof MapNode m ? m : null;
    if (map == null) {
      problems.error("wrong-type", location, "expected a map, found " + node.describe());
    }
  }

  private Fields(Location location, Problems problems) {
    this.map = null;
    this.location = location;
    this.problems = problems;
    this.scalars = new ScalarReader(problems);
  }

  /** Where this map's problems go, for checks that need more than one field. */
  public Problems problems() {
    return problems;
  }

  /** Where the map stands. */
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
    Node node = raw(key);
    return node == null ? Optional.empty() : Optional.of(scalars.text(node, syntax));
  }

  public List<String> texts(String key, Syntax syntax) {
    return items(key).stream().map(item -> item(item, syntax)).toList();
  }

  /** The text of one item of a list whose items have several shapes. */
  public String item(Node item, Syntax syntax) {
    return scalars.text(item, syntax);
  }

  public List<Integer> integers(String key, int least, int most) {
    List<Integer> integers = new ArrayList<>();
    for (Node item : items(key)) {
      integers.add(scalars.integer(item, least, most));
    }
    return List.copyOf(integers);
  }

  /** A map of strings, such as quantities by resource name. */
  public Map<String, String> textMap(String key, Syntax keys, Syntax values) {
    Node node = raw(key);
    if (node == null) {
      return Map.of();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    if (node instanceof MapNode entries) {
      requireKeys(entries, keys);
      for (MapNode.Entry entry : entries.entries()) {
        texts.put(entry.key().text(), scalars.text(entry.value(), values));
      }
    } else {
      problems.error("wrong-type", node.location(), "expected a map, found " + node.describe());
    }
    return Collections.unmodifiableMap(texts);
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
  public <E extends Enum<E>> Optional<E> choice(String key, Choice<E> choice) {
    return Optional.ofNullable(raw(key))
        .map(node -> scalars.choice(node, choice).orElse(choice.first()));
  }

  /** The word that decides what else the map may hold. */
  public <E extends Enum<E>> E requiredChoice(String key, Choice<E> choice) {
    Node node = raw(key);
    if (node == null) {
      keys.missWord(key);
      return choice.first();
    }
    Optional<E> chosen = scalars.choice(node, choice);
    if (chosen.isEmpty()) {
      keys.wrongWord();
    }
    return chosen.orElse(choice.first());
  }

  public Optional<Fields> map(String key) {
    Node node = raw(key);
    return node == null ? Optional.empty() : Optional.of(new Fields(node, problems));
  }

  public Fields requiredMap(String key) {
    return map(key).orElseGet(() -> missing(key, new Fields(location, problems)));
  }

  /** An optional map; when it is left out all its fields are. */
  public Fields mapOrEmpty(String key) {
    return map(key).orElseGet(() -> new Fields(new MapNode(List.of(), location), problems));
  }

  public List<Fields> maps(String key) {
    return items(key).stream().map(item -> new Fields(item, problems)).toList();
  }

  private List<Node> items(String key) {
    Node node = raw(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof ListNode list) {
      return list.items();
    }
    problems.error("wrong-type", node.location(), "expected a list, found " + node.describe());
    return List.of();
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
