package dev.mayfly.cluster;

import dev.mayfly.golden.AttackFiles.Case;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Requests that can be made on one server at a time: what an UPDATE changes is there before the
 * policy is, and is there for this request only.
 *
 * @param old the object that each request finds, by its path
 * @param others requests that must wait for another round
 */
record AttackRound(
    ApiClient client, List<Case> requests, Map<String, String> old, List<Case> others) {

  /** What the server itself refuses on CREATE or UPDATE, before it asks any policy. */
  private static final Set<String> REFUSED_EARLIER =
      Set.of(
          "a quota that counts only what ends by itself",
          "an ephemeral container of another image",
          "a live Backup is changed");

  static AttackRound of(ApiClient client, List<Case> open) {
    List<Case> creates = open.stream().filter(request -> request.old().isEmpty()).toList();
    List<Case> updates = open.stream().filter(request -> request.old().isPresent()).toList();
    if (!creates.isEmpty()) {
      return new AttackRound(client, creates, Map.of(), updates);
    }
    List<Case> requests = new ArrayList<>();
    List<Case> others = new ArrayList<>();
    Map<String, String> old = new LinkedHashMap<>();
    for (Case request : updates) {
      String object = ObjectText.of(request.old().orElseThrow());
      boolean isFirst = old.putIfAbsent(client.path(object), object) == null;
      (isFirst ? requests : others).add(request);
    }
    return new AttackRound(client, requests, old, others);
  }

  void storeOldObjects() {
    old.values()
        .forEach(object -> {
          Node read = ApiClient.read(object);
          client.ensureNamespace(ApiClient.namespace(read));
          client.store(SentObject.of(object));
          if (SentObject.isBeingDeleted(read)) {
            client.delete(object);
          }
        });
  }

  void removeOldObjects() {
    old.values()
        .forEach(object -> {
          client.store(SentObject.withoutFinalizers(object));
          client.delete(object);
        });
  }

  /** What the server says, as dry runs, where it is not what the table says. */
  Map<String, String> wrongAnswers() {
    Map<String, String> wrong = new TreeMap<>();
    for (Case request : requests) {
      String answer = answer(ObjectText.of(request.object()));
      if (!isRight(request, answer)) {
        wrong.put(request.name(), answer);
      }
    }
    return wrong;
  }

  /**
   * The server tells of the first check that refuses only, so it may be another than the table's.
   */
  private static boolean isRight(Case request, String answer) {
    if (request.permitted()) {
      return answer.isEmpty();
    }
    return answer.contains(
        REFUSED_EARLIER.contains(request.name()) ? " is invalid: " : "ValidatingAdmissionPolicy '");
  }

  private String answer(String object) {
    Node read = ApiClient.read(object);
    if (!client.serves(read)) {
      client.store(OpenDefinition.of(read));
    }
    client.ensureNamespace(ApiClient.namespace(read));
    ApiConnection.Answer answer = client.tryToApply(SentObject.of(object));
    return answer.isAccepted() ? "" : answer.message();
  }
}
