package dev.mayfly.adopt;

import dev.mayfly.platform.OpenDecisions;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of the file that is being written: values, each with why it is there. */
sealed interface Draft {
  /** A value, which may be a whole small tree. */
  record Leaf(Tree tree, Origin origin) implements Draft {}

  static Leaf text(String text, Origin origin) {
    return new Leaf(new Tree.Text(text), origin);
  }

  /** A list that grows. */
  record Items(List<Draft> items) implements Draft {
    Items() {
      this(new ArrayList<>());
    }

    void add(Draft item) {
      items.add(item);
    }
  }

  /** A map that grows. */
  record Fields(Map<String, Draft> entries) implements Draft {
    Fields() {
      this(new LinkedHashMap<>());
    }

    Fields put(String key, String text, Origin origin) {
      return put(key, new Tree.Text(text), origin);
    }

    Fields put(String key, Tree tree, Origin origin) {
      entries.put(key, new Leaf(tree, origin));
      return this;
    }

    /**
     * Leaves a value to the reader; the file does not load until it is written.
     *
     * @param standIn what stands in its place while the rest of the file is tried
     */
    Fields open(String key, String question, String standIn) {
      return put(key, OpenDecisions.MARK + " " + question, new Origin.Open(standIn));
    }

    /** The text under a key; empty where there is none. */
    String text(String key) {
      return entries.get(key) instanceof Leaf(Tree.Text(String text), Origin ignored) ? text : "";
    }

    /** The map under a key, made when it is not there. */
    Fields below(String key) {
      return entries.get(key) instanceof Fields fields ? fields : added(key, new Fields());
    }

    /** The list under a key, made when it is not there. */
    Items list(String key) {
      return entries.get(key) instanceof Items items ? items : added(key, new Items());
    }

    private <D extends Draft> D added(String key, D draft) {
      entries.put(key, draft);
      return draft;
    }
  }
}
