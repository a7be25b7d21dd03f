package dev.mayfly.argocd.gotemplate;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a function is called with; asking for the wrong type stops as Go's reflection would. */
record Arguments(String function, List<GoValue> values) {
  int count() {
    return values.size();
  }

  Arguments exactly(int count) throws TemplateStop {
    return between(count, count);
  }

  Arguments atLeast(int count) throws TemplateStop {
    return between(count, Integer.MAX_VALUE);
  }

  Arguments between(int least, int most) throws TemplateStop {
    if (count() < least || count() > most) {
      String wanted = most == least ? "" + least : "at least " + least;
      throw TemplateStop.failed(
          "`" + function + "` takes " + wanted + " arguments, not " + count());
    }
    return this;
  }

  GoValue get(int index) throws TemplateStop {
    return atLeast(index + 1).values.get(index);
  }

  /** The argument as {@code any}: nothing becomes nil. */
  GoValue any(int index) throws TemplateStop {
    return get(index).isNil() ? GoValue.NIL : get(index);
  }

  /** All of them as {@code any}. */
  List<GoValue> anys() {
    return values.stream().map(it -> it.isNil() ? GoValue.NIL : it).toList();
  }

  String text(int index) throws TemplateStop {
    if (get(index) instanceof GoValue.Text(String value)) {
      return value;
    }
    throw wrong(index, "string");
  }

  int whole(int index) throws TemplateStop {
    if (get(index) instanceof GoValue.Whole(long value, boolean wide) && !wide) {
      return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    throw wrong(index, "int");
  }

  boolean truth(int index) throws TemplateStop {
    if (get(index) instanceof GoValue.Bool(boolean value)) {
      return value;
    }
    throw wrong(index, "bool");
  }

  List<GoValue> items(int index) throws TemplateStop {
    if (get(index) instanceof GoValue.Items(List<GoValue> items, String ignored)) {
      return items;
    }
    throw wrong(index, "a list");
  }

  /** A {@code map[string]any}: sprig's functions do not take a {@code map[string]string}. */
  SortedMap<String, GoValue> map(int index) throws TemplateStop {
    if (get(index) instanceof GoValue.Entries(SortedMap<String, GoValue> entries, boolean ofText)
        && !ofText) {
      return entries;
    }
    // A missing key becomes a nil map; a null does not.
    if (get(index) instanceof GoValue.Absent) {
      return new TreeMap<>();
    }
    throw wrong(index, "map[string]interface {}");
  }

  /** What is made of a value. */
  interface Cast<T> {
    T of(GoValue value) throws TemplateStop;
  }

  /** What is made of all before and the next one. */
  interface Step<T> {
    T of(T before, T next) throws TemplateStop;
  }

  /** All of them made one, from the first to the last. */
  <T> T folded(Cast<T> cast, Step<T> step) throws TemplateStop {
    T result = cast.of(any(0));
    for (int i = 1; i < count(); i++) {
      result = step.of(result, cast.of(any(i)));
    }
    return result;
  }

  Arguments from(int index) {
    return new Arguments(function, values.subList(index, count()));
  }

  TemplateStop wrong(int index, String wanted) {
    GoValue value = values.get(index);
    String got = value.isNil() ? "nothing" : value.type();
    return TemplateStop.failed("`" + function + "` takes " + wanted + " where it gets " + got);
  }
}
