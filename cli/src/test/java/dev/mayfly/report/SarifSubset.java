package dev.mayfly.report;

import dev.mayfly.yaml.SchemaCheck;
import java.nio.charset.StandardCharsets;

/**
 * The part of SARIF 2.1.0 that we write, as a strict schema of our own: the properties, which of
 * them are required, and their bounds (OASIS, "Static Analysis Results Interchange Format Version
 * 2.1.0", sections 3.13 to 3.52). A property that is not listed here may not be written.
 */
final class SarifSubset {
  private static final String SCHEMA =
      """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": "#/$defs/log",
        "$defs": {
          "text": {"type": "string", "minLength": 1},
          "message": {
            "type": "object", "additionalProperties": false, "required": ["text"],
            "properties": {"text": {"$ref": "#/$defs/text"}}
          },
          "level": {"enum": ["none", "note", "warning", "error"]},
          "address": {"type": "string", "pattern": "^https://[^ ]+$"},
          "log": {
            "type": "object", "additionalProperties": false, "required": ["version", "runs"],
            "properties": {
              "$schema": {"type": "string", "pattern": "^https://[^ ]+/sarif-schema-2\\\\.1\\\\.0\\\\.json$"},
              "version": {"const": "2.1.0"},
              "runs": {"type": "array", "items": {"$ref": "#/$defs/run"}}
            }
          },
          "run": {
            "type": "object", "additionalProperties": false, "required": ["tool", "results"],
            "properties": {
              "tool": {
                "type": "object", "additionalProperties": false, "required": ["driver"],
                "properties": {"driver": {"$ref": "#/$defs/driver"}}
              },
              "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
              "results": {"type": "array", "items": {"$ref": "#/$defs/result"}}
            }
          },
          "driver": {
            "type": "object", "additionalProperties": false, "required": ["name", "version"],
            "properties": {
              "name": {"$ref": "#/$defs/text"},
              "version": {"$ref": "#/$defs/text"},
              "informationUri": {"$ref": "#/$defs/address"},
              "rules": {
                "type": "array", "uniqueItems": true, "items": {"$ref": "#/$defs/rule"}
              }
            }
          },
          "rule": {
            "type": "object", "additionalProperties": false, "required": ["id"],
            "properties": {
              "id": {"$ref": "#/$defs/text"},
              "name": {"$ref": "#/$defs/text"},
              "shortDescription": {"$ref": "#/$defs/message"},
              "fullDescription": {"$ref": "#/$defs/message"},
              "helpUri": {"$ref": "#/$defs/address"},
              "help": {
                "type": "object", "additionalProperties": false, "required": ["text"],
                "properties": {
                  "text": {"$ref": "#/$defs/text"},
                  "markdown": {"$ref": "#/$defs/text"}
                }
              },
              "defaultConfiguration": {
                "type": "object", "additionalProperties": false,
                "properties": {"level": {"$ref": "#/$defs/level"}}
              }
            }
          },
          "result": {
            "type": "object", "additionalProperties": false,
            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
            "properties": {
              "ruleId": {"$ref": "#/$defs/text"},
              "ruleIndex": {"type": "integer", "minimum": 0},
              "level": {"$ref": "#/$defs/level"},
              "message": {"$ref": "#/$defs/message"},
              "locations": {
                "type": "array", "minItems": 1, "maxItems": 1,
                "items": {
                  "type": "object", "additionalProperties": false, "required": ["physicalLocation"],
                  "properties": {"physicalLocation": {"$ref": "#/$defs/place"}}
                }
              },
              "partialFingerprints": {
                "type": "object", "additionalProperties": {"$ref": "#/$defs/text"}
              },
              "properties": {
                "type": "object", "additionalProperties": {"type": ["string", "boolean"]}
              }
            }
          },
          "place": {
            "type": "object", "additionalProperties": false, "required": ["artifactLocation"],
            "properties": {
              "artifactLocation": {
                "type": "object", "additionalProperties": false, "required": ["uri"],
                "properties": {
                  "uri": {"type": "string", "pattern": "^([A-Za-z0-9._~/-]|%[0-9A-F]{2})+$"}
                }
              },
              "region": {
                "type": "object", "additionalProperties": false,
                "required": ["startLine", "startColumn", "endLine", "endColumn"],
                "properties": {
                  "startLine": {"type": "integer", "minimum": 1},
                  "startColumn": {"type": "integer", "minimum": 1},
                  "endLine": {"type": "integer", "minimum": 1},
                  "endColumn": {"type": "integer", "minimum": 1}
                }
              }
            }
          }
        }
      }
      """;

  private SarifSubset() {}

  static SchemaCheck schema() {
    return SchemaCheck.of(SCHEMA.getBytes(StandardCharsets.UTF_8));
  }
}
