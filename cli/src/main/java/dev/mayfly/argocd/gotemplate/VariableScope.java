package dev.mayfly.argocd.gotemplate;

import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.List;

/** The variables in sight, innermost last. */
final class VariableScope {
  private final List<SimpleEntry<String, GoValue>> slots = new ArrayList<>();

  VariableScope(GoValue root) {
    declare("$", root);
  }

  int mark() {
    return slots.size();
  }

  void reset(int mark) {
    slots.subList(mark, slots.size()).clear();
  }

  /** Declares a variable, or assigns to one that is there. */
  void set(String name, GoValue value, boolean assigns) throws TemplateStop {
    if (assigns) {
      slot(name).setValue(value);
    } else {
      declare(name, value);
    }
  }

  private void declare(String name, GoValue value) {
    slots.add(new SimpleEntry<>(name, value));
  }

  GoValue get(String name) throws TemplateStop {
    return slot(name).getValue();
  }

  private SimpleEntry<String, GoValue> slot(String name) throws TemplateStop {
    for (int i = slots.size() - 1; i >= 0; i--) {
      if (slots.get(i).getKey().equals(name)) {
        return slots.get(i);
      }
    }
    throw TemplateStop.failed("the variable `" + name + "` is not declared");
  }
}
