package dev.mayfly.command;

import dev.mayfly.bundle.build.ArgoSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Builds a kustomization in Argo CD's steps: its settings are edited into the bundle's own file,
 * one after another, and then that is built (Argo CD source, util/kustomize).
 */
final class KustomizeRun {
  private KustomizeRun() {}

  static ConfinedProgram.Said run(ConfinedProgram kustomize, Scratch scratch, ArgoSettings settings)
      throws IOException {
    for (List<String> edit : edits(settings)) {
      ConfinedProgram.Said said = kustomize.run(scratch, scratch.bundle(), edit);
      if (!said.failure().isEmpty()) {
        return said;
      }
    }
    List<String> build = new ArrayList<>(List.of("build", scratch.bundle().toString()));
    build.addAll(settings.buildOptions());
    return kustomize.run(scratch, scratch.folder(), build);
  }

  private static List<List<String>> edits(ArgoSettings settings) {
    List<List<String>> edits = new ArrayList<>();
    settings
        .namePrefix()
        .ifPresent(prefix -> edits.add(List.of("edit", "set", "nameprefix", "--", prefix)));
    if (!settings.images().isEmpty()) {
      List<String> images = new ArrayList<>(List.of("edit", "set", "image"));
      new TreeMap<>(settings.images())
          .forEach((name, digest) -> images.add(name + "=" + name + "@" + digest));
      edits.add(images);
    }
    if (!settings.labels().isEmpty()) {
      List<String> labels = new ArrayList<>(List.of("edit", "add", "label"));
      new TreeMap<>(settings.labels()).forEach((key, value) -> labels.add(key + ":" + value));
      edits.add(labels);
    }
    if (!settings.namespace().isEmpty()) {
      edits.add(List.of("edit", "set", "namespace", "--", settings.namespace()));
    }
    return edits;
  }
}
