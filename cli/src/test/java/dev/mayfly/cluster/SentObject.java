package dev.mayfly.cluster;

import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.yaml.Node;
import java.util.List;

/** An object as a client sends it: without what the server alone writes, and writes itself. */
final class SentObject {
  private static final List<String> TIMES =
      List.of("metadata.deletionTimestamp", "metadata.deletionGracePeriodSeconds");
  private static final List<String> OF_JOBS =
      List.of(
          "spec.selector", "spec.template.metadata.labels.batch~1kubernetes~1io/controller-uid");

  private SentObject() {}

  /** Whether the server says that it is being deleted; it does when it was asked to delete. */
  static boolean isBeingDeleted(Node object) {
    return object.at("metadata", "deletionTimestamp") != null;
  }

  static String of(String object) {
    String sent = without(object, TIMES);
    return "Job".equals(ApiClient.read(object).textAt("kind")) ? without(sent, OF_JOBS) : sent;
  }

  static String withoutFinalizers(String object) {
    return without(of(object), List.of("metadata.finalizers"));
  }

  private static String without(String object, List<String> paths) {
    YamlDraft draft = YamlDraft.of(object);
    for (String path : paths) {
      String[] keys = path.split("\\.");
      for (int i = 0; i < keys.length; i++) {
        keys[i] = keys[i].replace("~1", ".");
      }
      if (ApiClient.read(object).at(keys) != null) {
        draft = draft.without(path);
      }
    }
    return draft.text();
  }
}
