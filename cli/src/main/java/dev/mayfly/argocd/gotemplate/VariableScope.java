package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.List;

/** The variables in sight, innermost last. */
final class VariableScope {
  private static final class Slot {
    private final String name;
    private GoValue value;

    Slot(String name, GoValue value) {
      this.name = name;
      this.value = value;
    }
  }

  private final List<Slot> slots = new ArrayList<>();

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
      slot(name).value = value;
    } else {
      declare(name, value);
    }
  }

  private void declare(String name, GoValue value) {
    slots.add(new Slot(name, value));
  }

  GoValue get(String name) throws TemplateStop {
    return slot(name).value;
  }

  private Slot slot(String name) throws TemplateStop {
    for (int i = slots.size() - 1; i >= 0; i--) {
      if (slots.get(i).name.equals(name)) {
        return slots.get(i);
      }
    }
    throw TemplateStop.failed("the variable `" + name + "` is not declared");
  }
}
