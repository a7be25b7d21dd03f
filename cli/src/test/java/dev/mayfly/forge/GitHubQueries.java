package dev.mayfly.forge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * What GitHub says of its GraphQL API (its schema, beside the description of the other API): which
 * fields its types have, which arguments these take, and of which type each is.
 */
final class GitHubQueries {
  private static final Pattern TYPE =
      Pattern.compile("(?ms)^(?:type|input) (\\w+)[^{\\n]*\\{\\n(.*?)^\\}");
  private static final Pattern FIELD =
      Pattern.compile("(\\w+)\\s*(?:\\(([^)]*)\\))?\\s*:\\s*([\\w!\\[\\]]+)( = \\S+)?");
  private static final Pattern WORD = Pattern.compile("\\$?\\w+!?|[{}():,]");

  static final Optional<GitHubQueries> INSTANCE =
      Optional.ofNullable(System.getenv("MAYFLY_GITHUB_API"))
          .map(file -> Path.of(file.replaceFirst("json$", "graphql")))
          .filter(Files::exists)
          .map(GitHubQueries::new);

  /** Of each type its fields, and of each field its type and arguments. */
  private final Map<String, Map<String, Field>> types = new TreeMap<>();

  private record Field(String type, Map<String, Field> arguments, boolean hasDefault) {
    String bare() {
      return type.replaceAll("[!\\[\\]]", "");
    }

    boolean isRequired() {
      return type.endsWith("!") && !hasDefault;
    }
  }

  /** One walk over a query. */
  private final class Walk {
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> variables = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private int at;

    private String next() {
      return at < words.size() ? words.get(at++) : "";
    }

    private boolean takes(String word) {
      boolean is = at < words.size() && words.get(at).equals(word);
      at += is ? 1 : 0;
      return is;
    }

    private void operation() {
      String root = next().equals("mutation") ? "Mutation" : "Query";
      if (takes("(")) {
        while (!takes(")")) {
          String name = next();
          takes(":");
          variables.put(name, next());
          takes(",");
        }
      }
      selection(root);
    }

    private void selection(String type) {
      takes("{");
      while (at < words.size() && !takes("}")) {
        String name = next();
        Field field = types.getOrDefault(type, Map.of()).get(name);
        if (field == null) {
          faults.add(type + " has no field `" + name + "`");
          return;
        }
        arguments(name, field.arguments, takes("(") ? ")" : "");
        if (at < words.size() && words.get(at).equals("{")) {
          selection(field.bare());
        } else if (types.containsKey(field.bare())) {
          faults.add("nothing is asked of `" + name + "`");
        }
      }
    }

    private void arguments(String of, Map<String, Field> known, String end) {
      List<String> given = new ArrayList<>();
      while (!end.isEmpty() && at < words.size() && !takes(end)) {
        String name = next();
        takes(":");
        given.add(name);
        Field field = known.get(name);
        if (field == null) {
          faults.add("`" + of + "` takes no `" + name + "`");
          return;
        } else if (takes("{")) {
          arguments(name, types.get(field.bare()), "}");
        } else {
          String type = variables.getOrDefault(next(), "none");
          if (!type.equals(field.type) && !type.equals(field.type + "!")) {
            faults.add("`" + name + "` is " + field.type + " and no " + type);
          }
        }
        takes(",");
      }
      known.forEach((name, field) -> {
        if (field.isRequired() && !given.contains(name)) {
          faults.add("`" + of + "` needs `" + name + "`");
        }
      });
    }
  }

  GitHubQueries(Path schema) {
    try {
      String text = Files.readString(schema).replaceAll("(?s)\"\"\".*?\"\"\"", "");
      Matcher type = TYPE.matcher(text);
      while (type.find()) {
        types.put(type.group(1), fields(type.group(2)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Field> fields(String body) {
    Map<String, Field> fields = new TreeMap<>();
    Matcher field = FIELD.matcher(body.replaceAll("@\\w+\\([^)]*\\)", ""));
    while (field.find()) {
      Map<String, Field> arguments = field.group(2) == null ? Map.of() : fields(field.group(2));
      fields.put(field.group(1), new Field(field.group(3), arguments, field.group(4) != null));
    }
    return fields;
  }

  /** What is wrong first with the body of a request; nothing where GitHub describes it so. */
  List<String> faults(String body) {
    Walk walk = new Walk();
    Matcher word = WORD.matcher(JsonMapper.shared().readTree(body).path("query").asString());
    while (word.find()) {
      walk.words.add(word.group());
    }
    walk.operation();
    return walk.faults.stream().limit(1).toList();
  }
}
