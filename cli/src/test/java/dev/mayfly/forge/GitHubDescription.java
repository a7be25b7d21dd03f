package dev.mayfly.forge;

import java.io.File;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What GitHub says of its own API (its OpenAPI description, which {@code
 * cli/packaging/test-github-api.sh} fetches): requests and answers are held against it, so that the
 * stub cannot agree with Mayfly on something that GitHub never knew.
 */
public final class GitHubDescription {
  public static final Optional<GitHubDescription> INSTANCE =
      Optional.ofNullable(System.getenv("MAYFLY_GITHUB_API")).map(GitHubDescription::read);

  private final JsonNode paths;

  /** The parts of each path. */
  private final Map<String, List<String>> templates = new HashMap<>();

  private final DescribedValue values;

  private GitHubDescription(JsonNode description) {
    paths = description.path("paths");
    paths.propertyNames().forEach(path -> templates.put(path, parts(path)));
    values = new DescribedValue(description);
  }

  static GitHubDescription read(String file) {
    return new GitHubDescription(JsonMapper.shared().readTree(new File(file)));
  }

  /** What is wrong with a request; nothing where GitHub describes it so. */
  public List<String> faults(String method, URI uri, String body) {
    Optional<JsonNode> operation = operation(method, path(uri));
    if (operation.isEmpty()) {
      return List.of("no " + method + " " + path(uri));
    }
    List<String> faults = new ArrayList<>();
    query(operation.get(), uri, faults);
    JsonNode schema = operation.get().at("/requestBody/content/application~1json/schema");
    if (!schema.isMissingNode() && !body.isEmpty()) {
      values.check("body", JsonMapper.shared().readTree(body), schema, true, faults);
    } else if (!body.isEmpty()) {
      faults.add("a body where none is described");
    } else if (operation.get().at("/requestBody/required").asBoolean(false)) {
      faults.add("no body");
    }
    return faults;
  }

  /** What is in an answer of the stub that GitHub's has not. Stubs may say less. */
  public List<String> faultsOfAnswer(String method, URI uri, int status, String json) {
    List<String> faults = new ArrayList<>();
    operation(method, path(uri))
        .map(it -> it.at("/responses/" + status + "/content/application~1json/schema"))
        .filter(it -> !it.isMissingNode() && !json.isEmpty())
        .ifPresent(
            it -> values.check("answer", JsonMapper.shared().readTree(json), it, false, faults));
    return faults;
  }

  private static String path(URI uri) {
    return uri.getRawPath().replaceFirst("^/api(/v3)?(?=/)", "");
  }

  private void query(JsonNode operation, URI uri, List<String> faults) {
    Map<String, JsonNode> known = new TreeMap<>();
    for (JsonNode written : operation.path("parameters")) {
      JsonNode parameter = values.resolved(written);
      if (parameter.path("in").asString("").equals("query")) {
        known.put(parameter.path("name").asString(""), parameter.path("schema"));
      }
    }
    if (uri.getRawQuery() == null) {
      return;
    }
    for (String pair : uri.getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      JsonNode schema = known.get(parts[0]);
      if (schema == null) {
        faults.add("query `" + parts[0] + "` is unknown");
      } else if (!schema.path("enum").isMissingNode()
          && schema.path("enum").valueStream().noneMatch(it -> it.asString("").equals(value))) {
        faults.add("query `" + parts[0] + "` may not be `" + value + "`");
      }
    }
  }

  /** The operation whose path fits with the fewest places for values. */
  private Optional<JsonNode> operation(String method, String path) {
    List<String> asked = parts(path);
    return templates.entrySet().stream()
        .filter(template -> fits(template.getValue(), asked))
        .map(Map.Entry::getKey)
        .min(Comparator.comparingInt(template -> template.split("\\{", -1).length))
        .map(template -> paths.path(template).path(method.toLowerCase(Locale.ROOT)))
        .filter(it -> !it.isMissingNode());
  }

  private static List<String> parts(String path) {
    return List.of(path.split("/", -1));
  }

  private static boolean fits(List<String> template, List<String> asked) {
    if (template.size() != asked.size()) {
      return false;
    }
    for (int i = 0; i < asked.size(); i++) {
      if (!template.get(i).startsWith("{") && !template.get(i).equals(asked.get(i))) {
        return false;
      }
    }
    return true;
  }
}
