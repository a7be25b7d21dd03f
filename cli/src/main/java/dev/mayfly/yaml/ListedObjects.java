package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One value of a listing's text, token by token: a list or an object. */
final class ListedObjects {
  private static final String ITEMS = "items";
  private static final String LIST = "List";

  private final JsonParser parser;
  private final Location file;
  private final Set<String> fields;
  private final JsonListing.Receiver receiver;
  private final List<MapNode> nameless = new ArrayList<>();
  private boolean isList;

  ListedObjects(
      JsonParser parser, Location file, Set<String> fields, JsonListing.Receiver receiver) {
    this.parser = parser;
    this.file = file;
    this.fields = fields;
    this.receiver = receiver;
  }

  void read() {
    MapNode head = object(true);
    if (!isList) {
      receiver.object(head);
      return;
    }
    boolean isOfNoKind = head.textAt("kind") == null;
    for (MapNode item : nameless) {
      typed(item, head)
          .or(() -> Optional.of(item).filter(it -> isOfNoKind))
          .ifPresent(receiver::object);
    }
    receiver.list(head);
  }

  private MapNode item(JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      throw new RefusedInput("no-listing", file, "an item of the list is not an object");
    }
    return object(false);
  }

  private MapNode object(boolean top) {
    List<MapNode.Entry> entries = new ArrayList<>();
    MapNode object = new MapNode(entries, file);
    JsonComposer composer = new JsonComposer(parser, offset -> file, JsonListing.OBJECT);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      if (top && key.equals(ITEMS) && value == JsonToken.START_ARRAY) {
        isList = true;
        items(object);
      } else if (fields.contains(key)) {
        entries.add(new MapNode.Entry(new ScalarNode(key, false, file), composer.compose(value)));
      } else {
        parser.skipChildren();
      }
    }
    return object;
  }

  private void items(MapNode head) {
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      MapNode item = item(token);
      Optional<MapNode> typed = typed(item, head);
      typed.ifPresent(receiver::object);
      if (typed.isEmpty() && head.textAt("kind") == null) {
        nameless.add(item);
      }
    }
  }

  /** The item with a kind: its own, or the one that its list is a list of. */
  private static Optional<MapNode> typed(MapNode item, MapNode head) {
    if (item.has("kind")) {
      return Optional.of(item);
    }
    String kind = head.textAt("kind");
    @Nullable Node version = head.get("apiVersion");
    if (kind == null || version == null || !kind.endsWith(LIST) || kind.equals(LIST)) {
      return Optional.empty();
    }
    List<MapNode.Entry> entries = new ArrayList<>(item.entries());
    entries.add(MapNode.Entry.of("apiVersion", version));
    String one = kind.substring(0, kind.length() - LIST.length());
    entries.add(MapNode.Entry.of("kind", new ScalarNode(one, false, item.location())));
    return Optional.of(new MapNode(entries, item.location()));
  }
}
