package dev.mayfly.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * A JSON Schema (2020-12) that documents are held against; violations point at the place in the
 * document. Loading it is slow, so the commands that run for every push read strictly instead
 * ({@link Fields}), and a test proves that both accept the same files.
 */
public final class SchemaCheck {
  private final Schema schema;

  private SchemaCheck(Schema schema) {
    this.schema = schema;
  }

  /** Reads a schema, which must need no other file. */
  public static SchemaCheck of(byte[] json) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .locale(Locale.ROOT)
            .regularExpressionFactory(SchemaCheck::bounded)
            .build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    return new SchemaCheck(registry.getSchema(new String(json, StandardCharsets.UTF_8)));
  }

  /**
   * A pattern for texts of any length. Java follows a group that repeats with frames of the stack,
   * and a stranger decides how often it does; what does not fit there fits no pattern.
   */
  private static RegularExpression bounded(String pattern) {
    RegularExpression whole =
        JDKRegularExpressionFactory.getInstance().getRegularExpression(pattern);
    return text -> {
      try {
        return whole.matches(text);
      } catch (StackOverflowError e) {
        return false;
      }
    };
  }

  /** Everything in which a document breaks the schema, in the order of the document. */
  public List<Problem> check(Node document) {
    Problems problems = new Problems();
    JsonNode json = new JsonTree(problems).of(document);
    for (Error error : schema.validate(json)) {
      if (!isInsideOneOf(error)) {
        problems.add(problem(error, document));
      }
    }
    return problems.sorted();
  }

  /** What each alternative lacks says little; that none fits is reported by itself. */
  private static boolean isInsideOneOf(Error error) {
    NodePath path = error.getEvaluationPath();
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      if ("oneOf".equals(path.getElement(i))) {
        return true;
      }
    }
    return false;
  }

  private Problem problem(Error error, Node document) {
    NodePath path = error.getInstanceLocation();
    Node node = find(document, path);
    Location location = node.location();
    String key = error.getProperty();
    if (key != null) {
      location = keyLocation(node, key);
    } else if (SchemaViolation.forbidsKey(error) && path.getNameCount() > 0) {
      location = keyLocation(find(document, path.getParent()), path.getName(-1));
    }
    return SchemaViolation.of(error, schema.getSchemaNode(), node, location);
  }

  /** Where a key of a map stands, or else the map. */
  private static Location keyLocation(Node node, String key) {
    return node instanceof MapNode map && map.entry(key) instanceof MapNode.Entry entry
        ? entry.key().location()
        : node.location();
  }

  private static Node find(Node document, NodePath path) {
    Node node = document;
    for (int i = 0; i < path.getNameCount(); i++) {
      Object step = path.getElement(i);
      Node next =
          switch (node) {
            case MapNode map -> map.get(step.toString());
            case ListNode list when step instanceof Integer index -> list.items().get(index);
            default -> null;
          };
      if (next == null) {
        return node;
      }
      node = next;
    }
    return node;
  }
}
