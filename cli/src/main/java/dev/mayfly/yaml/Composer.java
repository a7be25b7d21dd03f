package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Builds nodes from parser events, counting depth and nodes as it goes. */
final class Composer {
  private final Budget budget;
  private final YamlEvents events;
  private final List<Problem> problems;
  private final Anchors anchors;
  private final LegacyBreaks breaks;
  private final GoSyntax go;
  private final KnownWords words;
  private int depth;

  Composer(
      Source source, Budget budget, YamlEvents events, List<Problem> problems, KnownWords words) {
    this.budget = budget;
    this.events = events;
    this.problems = problems;
    this.anchors = new Anchors(budget);
    this.breaks = new LegacyBreaks(source);
    this.go = new GoSyntax(source);
    this.words = words;
  }

  void composeAll(List<Node> documents) {
    while (true) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent start) {
        requireNoDirective(start);
        anchors.clear();
        Node document = compose(events.next());
        if (!isEmpty(document)) {
          documents.add(document);
        }
        event = events.next();
      }
      // Go's programs read the first document, whatever comes behind it.
      boolean isLast = event.getEventId() == Event.ID.StreamEnd;
      if (isLast || budget.asGo() && go.ends(event)) {
        breaks.report(problems);
        return;
      }
    }
  }

  /** A document of comments only is composed as an empty plain scalar. */
  private static boolean isEmpty(Node document) {
    return document instanceof ScalarNode scalar && scalar.plain() && scalar.text().isEmpty();
  }

  private Node compose(Event event) {
    Location location = events.location(event);
    anchors.count(location);
    if (event instanceof AliasEvent alias) {
      budget.requireLenient(location, "an alias", "write the value out");
      return anchors.resolve(alias.getAlias().getValue(), location);
    }
    String anchor = anchorOf((NodeEvent) event, location);
    int before = anchors.nodes();
    Node node =
        switch (event.getEventId()) {
          case Scalar -> scalar((ScalarEvent) event, location);
          case SequenceStart -> list((SequenceStartEvent) event, location);
          case MappingStart -> map((MappingStartEvent) event, location);
          default -> throw new IllegalStateException("unexpected event " + event);
        };
    if (anchor != null) {
      anchors.define(anchor, node, anchors.nodes() - before + 1);
    }
    return node;
  }

  private @Nullable String anchorOf(NodeEvent event, Location location) {
    if (event.getAnchor().isEmpty()) {
      return null;
    }
    budget.requireLenient(location, "an anchor", "write the value out where it is needed");
    return event.getAnchor().get().getValue();
  }

  private ScalarNode scalar(ScalarEvent event, Location location) {
    breaks.read(event);
    Tags.check(event.getTag(), location, budget, problems);
    if (!budget.lenient() && StrictText.hasUnpairedSurrogate(event.getValue())) {
      problems.add(
          Problem.error("character", location, "this escape makes half a character", "remove it"));
    }
    if (budget.asGo()) {
      return go.scalar(event, words.one(event.getValue()), location);
    }
    boolean string = event.getTag().isPresent() && Tags.isString(event.getTag().get());
    return new ScalarNode(
        words.one(event.getValue()),
        event.getScalarStyle() == ScalarStyle.PLAIN && !string,
        location);
  }

  private ListNode list(SequenceStartEvent start, Location location) {
    enter(start, location);
    List<Node> items = new ArrayList<>();
    Event event;
    while ((event = events.next()).getEventId() != Event.ID.SequenceEnd) {
      ReaderTraps.item(start, event, events.location(event), problems);
      items.add(compose(event));
    }
    leave(start, event);
    return new ListNode(List.copyOf(items), events.span(start, event));
  }

  private MapNode map(MappingStartEvent start, Location location) {
    enter(start, location);
    LinkedHashMap<String, MapNode.Entry> entries = new LinkedHashMap<>();
    // Those that are written here, once a merge key has brought others.
    @Nullable Set<String> own = null;
    Event event;
    while ((event = events.next()).getEventId() != Event.ID.MappingEnd) {
      Node key = compose(event);
      Event second = events.next();
      boolean agreed = budget.asGo() && start.isFlow() && go.endsAtColon(event);
      ReaderTraps.entry(start, event, second, agreed, key.location(), problems);
      Node value = compose(second);
      if (!(key instanceof ScalarNode name)) {
        problems.add(Problem.error("key-type", key.location(), "a key must be a string"));
      } else if (name.plain() && name.text().equals("<<")) {
        budget.requireLenient(key.location(), "a merge key", "write the entries out");
        if (own == null) {
          own = new HashSet<>(entries.keySet());
        } else if (!budget.asGo()) {
          problems.add(duplicate(name));
        }
        MergeKeys.add(value, entries, budget.asGo());
      } else if ((own == null ? entries.containsKey(name.text()) : !own.add(name.text()))
          && !budget.asGo()) {
        problems.add(duplicate(name));
      } else {
        // Last, so that what is written out stands where it is written.
        entries.putLast(name.text(), new MapNode.Entry(name, value));
      }
    }
    leave(start, event);
    return new MapNode(new ArrayList<>(entries.values()), events.span(start, event));
  }

  private static Problem duplicate(ScalarNode key) {
    return Problem.error(
        "duplicate-key",
        key.location(),
        "duplicate key `" + key.text() + "` in one map",
        "keep one; readers differ on which of them counts");
  }

  private void enter(CollectionStartEvent start, Location location) {
    if (++depth > budget.depth()) {
      throw new RefusedInput(
          "too-deep", location, "nested deeper than " + budget.depth() + " levels");
    }
    Tags.check(start.getTag(), location, budget, problems);
  }

  private void leave(CollectionStartEvent start, Event end) {
    depth--;
    if (budget.asGo() && start.isFlow()) {
      go.left(start, end);
    }
  }

  private void requireNoDirective(DocumentStartEvent start) {
    if (budget.asGo()) {
      go.requireKnown(start, events.location(start));
    }
    if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
      budget.requireLenient(
          events.location(start), "a directive", "remove the line that starts with %");
    }
  }
}
