package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Builds nodes from JSON tokens. */
final class JsonComposer {
  private final JsonParser parser;
  private final LongFunction<Location> places;
  private final Budget budget;
  private int nodes;

  /**
   * @param places where the character at an offset stands
   */
  JsonComposer(JsonParser parser, LongFunction<Location> places, Budget budget) {
    this.parser = parser;
    this.places = places;
    this.budget = budget;
  }

  Node composeDocument() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new RefusedInput("json-syntax", here(), "the text is empty");
    }
    Node document = compose(first);
    if (parser.nextToken() != null) {
      throw new RefusedInput("json-syntax", here(), "something follows the end of the JSON value");
    }
    return document;
  }

  Node compose(JsonToken token) {
    Location location = here();
    if (++nodes > budget.nodes()) {
      throw new RefusedInput(
          "too-large", location, "the JSON holds more than " + budget.nodes() + " values");
    }
    return switch (token) {
      case START_OBJECT -> map(location);
      case START_ARRAY -> list(location);
      case VALUE_STRING -> new ScalarNode(parser.getString(), false, location);
      default -> new ScalarNode(parser.getString(), true, location);
    };
  }

  private MapNode map(Location location) {
    List<MapNode.Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      ScalarNode key = new ScalarNode(parser.currentName(), false, here());
      if (!names.add(key.text()) && budget.asGo()) {
        entries.removeIf(entry -> entry.key().text().equals(key.text()));
      } else if (names.size() <= entries.size()) {
        throw new RefusedInput(
            Problem.error(
                "duplicate-key",
                key.location(),
                "duplicate key in one object",
                "keep one; readers differ on which of them counts"));
      }
      entries.add(new MapNode.Entry(key, compose(parser.nextToken())));
    }
    return new MapNode(entries, location);
  }

  private ListNode list(Location location) {
    List<Node> items = new ArrayList<>();
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      items.add(compose(token));
    }
    return new ListNode(items, location);
  }

  private Location here() {
    return places.apply(parser.currentTokenLocation().getCharOffset());
  }
}
