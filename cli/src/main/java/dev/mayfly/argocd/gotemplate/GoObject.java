package dev.mayfly.argocd.gotemplate;

import java.util.List;

/** A Go value that has methods; functions that are not known to take one do not get it. */
non-sealed interface GoObject extends GoValue {
  /** Its Go type. */
  String goType();

  /** What its {@code String} method gives. */
  String text() throws TemplateStop;

  /** Calls a method. */
  GoValue method(String name, List<GoValue> arguments) throws TemplateStop;

  default TemplateStop unknown(String name) {
    return TemplateStop.failed("a " + goType() + " has no `" + name + "` that fits");
  }
}
