package dev.mayfly.lint;

import java.util.List;

/** What a file's name says about its content. */
enum FileForm {
  YAML,
  JSON,
  /** Read by kustomize itself; its objects are not deployed. */
  KUSTOMIZATION,
  /** A template of another engine: its text becomes YAML only later. */
  TEMPLATE,
  OTHER;

  private static final List<String> TEMPLATE_ENDINGS =
      List.of(".j2", ".jinja", ".jinja2", ".tpl", ".tmpl", ".gotmpl", ".erb", ".ejs");

  static FileForm of(String name) {
    if (Kustomization.isFile(name)) {
      return KUSTOMIZATION;
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return YAML;
    }
    if (name.endsWith(".json")) {
      return JSON;
    }
    for (String ending : TEMPLATE_ENDINGS) {
      String stem = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : "";
      if (stem.endsWith(".yaml") || stem.endsWith(".yml") || stem.endsWith(".json")) {
        return TEMPLATE;
      }
    }
    return OTHER;
  }

  boolean isCandidate() {
    return this != OTHER;
  }
}
