package dev.mayfly.argocd.jq;

import dev.mayfly.argocd.gotemplate.GoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * A value of an Application and how it is reached (itchyny/gojq, {@code execute.go}).
 *
 * @param path keys and numbers of items; of a part of a list, that of the list
 * @param from where a part of a list begins in it, -1 for what is none
 * @param isComputed whether it has no path
 */
record JqFound(Work work, GoValue value, List<String> path, int from, boolean isComputed) {
  /** What is known of an Application, also where it is not there. */
  private static final Set<String> COMPARED = Set.of("spec", "labels", "annotations", "finalizers");

  private static final int MOST_STEPS = 100_000;

  /** One run over one Application, of which only what is compared is known. */
  static final class Work {
    private final GoValue root;
    private final GoValue metadata;
    private int steps;

    Work(GoValue.Entries application) {
      this.root = application;
      this.metadata = application.values().getOrDefault("metadata", GoValue.NIL);
    }

    @SuppressWarnings("ReferenceEquality")
    private boolean knowsAllOf(Object value) {
      return value != root && value != metadata;
    }
  }

  static JqFound root(GoValue.Entries application) {
    return new JqFound(new Work(application), application, List.of(), -1, false);
  }

  void step() throws JqStop {
    if (++work.steps > MOST_STEPS) {
      throw JqStop.undecided("takes more than " + MOST_STEPS + " steps");
    }
  }

  JqFound computed(GoValue other) {
    return new JqFound(work, other, List.of(), -1, true);
  }

  /** A value that an expression computes, where no path is asked for. */
  JqFound result(GoValue computed) throws JqStop {
    if (!isComputed) {
      throw JqStop.undecided("computes a value where a path has to be");
    }
    return computed(computed);
  }

  GoValue whole() throws JqStop {
    if (work.knowsAllOf(value)) {
      return value;
    }
    throw JqStop.undecided("looks at all of the Application, which is not known here");
  }

  JqFound field(String name) throws JqStop {
    if (!value.isNil() && !(value instanceof GoValue.Entries)) {
      throw JqStop.failed("only objects have fields");
    }
    GoValue inner = value instanceof GoValue.Entries map ? map.values().get(name) : null;
    if (inner == null && !work.knowsAllOf(value) && !COMPARED.contains(name)) {
      throw JqStop.undecided("reads `" + name + "`, which is not known here");
    }
    return at(name, inner == null ? GoValue.NIL : inner);
  }

  /** A number that is negative counts from the end. */
  JqFound item(int index) throws JqStop {
    List<GoValue> items = items();
    int at = index < 0 ? index + items.size() : index;
    return at < 0 || at >= items.size()
        ? at("none", GoValue.NIL)
        : at(Integer.toString(Math.max(0, from) + at), items.get(at));
  }

  JqFound part(int first, int end) throws JqStop {
    List<GoValue> items = items();
    int start = clamped(first, 0, items.size());
    GoValue part = GoValue.list(items.subList(start, clamped(end, start, items.size())));
    return new JqFound(
        work, value.isNil() ? value : part, path, Math.max(0, from) + start, isComputed);
  }

  private static int clamped(int index, int least, int size) {
    return Math.clamp(index < 0 ? index + size : index, least, size);
  }

  private List<GoValue> items() throws JqStop {
    if (value instanceof GoValue.Text) {
      throw JqStop.undecided("takes letters of a text");
    }
    if (!value.isNil() && !(value instanceof GoValue.Items)) {
      throw JqStop.failed("only arrays have numbered items");
    }
    return value instanceof GoValue.Items list ? list.values() : List.of();
  }

  /** Adds each item; nothing has none. */
  void addItems(List<JqFound> out) throws JqStop {
    switch (whole()) {
      case GoValue.Items(List<GoValue> items, String ignored) -> {
        for (int i = 0; i < items.size(); i++) {
          out.add(item(i));
        }
      }
      case GoValue.Entries(SortedMap<String, GoValue> map, boolean ignored) ->
          map.forEach((key, inner) -> out.add(at(key, inner)));
      default -> throw JqStop.failed("only objects and arrays have items");
    }
  }

  /** Adds it and all that is inside, from outside to inside. */
  void addAll(List<JqFound> out) throws JqStop {
    step();
    out.add(this);
    if (whole() instanceof GoValue.Items || value instanceof GoValue.Entries) {
      List<JqFound> items = new ArrayList<>();
      addItems(items);
      for (JqFound item : items) {
        item.addAll(out);
      }
    }
  }

  private JqFound at(String key, GoValue inner) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return new JqFound(work, inner, isComputed ? path : longer, -1, isComputed);
  }

  /** What goes with it: a part of a list is each of its items. */
  void addPaths(List<List<String>> paths) throws JqStop {
    if (from < 0) {
      paths.add(path);
    } else {
      for (int i = 0; i < items().size(); i++) {
        paths.add(item(i).path);
      }
    }
  }
}
