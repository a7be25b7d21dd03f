package dev.mayfly.forge;

import dev.mayfly.http.Answer;
import dev.mayfly.http.Request;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.function.UnaryOperator;

/** An answer whose status was a success. */
record Reply(Request request, Answer.Response response, UnaryOperator<String> redaction) {
  private static final Budget ANSWER = new Budget(Request.LARGEST, 32, 500_000, true);

  /** The body, which must be one JSON object. */
  ApiFields object() throws ForgeException {
    if (node() instanceof MapNode map) {
      return new ApiFields(map, redaction);
    }
    throw malformed("is not a JSON object");
  }

  /**
   * The body, which must be a JSON array of objects, or null where the forge means an empty one.
   */
  List<ApiFields> objectsOrNone() throws ForgeException {
    return node() instanceof ScalarNode scalar && scalar.isNull() ? List.of() : objects();
  }

  /** The objects of the body, which must be a JSON array; what is none is left out. */
  List<ApiFields> objects() throws ForgeException {
    return ApiFields.objects(items(), redaction);
  }

  /** The entries of the body, which must be a JSON array, objects or not. */
  List<Node> items() throws ForgeException {
    if (node() instanceof ListNode list) {
      return list.items();
    }
    throw malformed("is not a JSON array");
  }

  private Node node() throws ForgeException {
    ReadResult result = new JsonReader(ANSWER).read("answer", response.body());
    if (!result.problems().isEmpty()) {
      throw malformed("is not valid JSON");
    }
    return result.documents().getFirst();
  }

  private ForgeException malformed(String complaint) {
    return ForgeException.of(
        ForgeException.Kind.MALFORMED, "the answer to `" + request.describe() + "` " + complaint);
  }
}
