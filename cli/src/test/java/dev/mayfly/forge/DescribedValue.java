package dev.mayfly.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A value beside the schema that an OpenAPI description gives it. Stricter than a validator: a key
 * that is not described is a fault, though servers take it without a word.
 */
record DescribedValue(JsonNode description) {
  JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : resolved(description.at(reference.substring(1)));
  }

  /** Adds what is wrong; with {@code complete} also what is required and lacking. */
  void check(
      String place, JsonNode value, JsonNode written, boolean complete, List<String> faults) {
    JsonNode schema = resolved(written);
    for (String choice : List.of("oneOf", "anyOf")) {
      if (schema.path(choice).isArray()) {
        boolean fits =
            schema
                .path(choice)
                .valueStream()
                .anyMatch(it -> {
                  List<String> own = new ArrayList<>();
                  check(place, value, it, complete, own);
                  return own.isEmpty();
                });
        // Beside properties it only says which of them go together.
        if (!fits && schema.path("properties").isMissingNode()) {
          faults.add(place + " is of no form that is described");
        }
        if (schema.path("properties").isMissingNode()) {
          return;
        }
      }
    }
    if (value.isNull()) {
      if (complete && !schema.path("nullable").asBoolean(false)) {
        faults.add(place + " may not be null");
      }
    } else if (!isOfType(value, schema.path("type").asString(""))) {
      faults.add(place + " is not a " + schema.path("type").asString(""));
    } else if (schema.path("enum").isArray()
        && schema.path("enum").valueStream().noneMatch(value::equals)) {
      faults.add(place + " may not be " + value);
    } else if (value.isArray()) {
      value.forEach(item -> check(place + "[]", item, schema.path("items"), complete, faults));
    } else if (value.isObject()) {
      object(place, value, schema, complete, faults);
    }
  }

  private void object(
      String place, JsonNode value, JsonNode schema, boolean complete, List<String> faults) {
    Map<String, JsonNode> known = new TreeMap<>();
    List<JsonNode> parts = new ArrayList<>(List.of(schema));
    schema.path("allOf").forEach(part -> parts.add(resolved(part)));
    for (JsonNode part : parts) {
      part.path("properties").propertyStream().forEach(it -> known.put(it.getKey(), it.getValue()));
      for (JsonNode name : part.path("required")) {
        if (complete && !value.has(name.asString())) {
          faults.add(place + "." + name.asString() + " is missing");
        }
      }
    }
    boolean open = known.isEmpty() || schema.path("additionalProperties").asBoolean(false);
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      JsonNode described = known.get(entry.getKey());
      if (described != null) {
        check(place + "." + entry.getKey(), entry.getValue(), described, complete, faults);
      } else if (!open) {
        faults.add(place + "." + entry.getKey() + " is unknown");
      }
    }
  }

  private static boolean isOfType(JsonNode value, String type) {
    return switch (type) {
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> true;
    };
  }
}
