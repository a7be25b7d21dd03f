package dev.mayfly.command;

import dev.mayfly.forge.StubPull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Event files as a CI leaves them. */
final class Events {
  private Events() {}

  static Path file(Path folder, String repository, String action, StubPull pull) {
    try {
      Path file = folder.resolve("event-%d-%s-%s.json".formatted(pull.number, action, pull.sha));
      return Files.writeString(file, json(repository, action, pull));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String json(String repository, String action, StubPull pull) {
    String labels =
        pull.labels.stream()
            .map("{\"name\": \"%s\"}"::formatted)
            .collect(Collectors.joining(", ", "[", "]"));
    String head =
        pull.headRepository == null ? "null" : "{\"full_name\": \"" + pull.headRepository + "\"}";
    return """
    {"action": "%s", "number": %d,
     "pull_request": {
       "number": %d, "state": "%s", "draft": %b, "merged": %b, "title": "%s",
       "user": {"login": "%s"}, "labels": %s,
       "head": {"ref": "%s", "sha": "%s", "repo": %s},
       "base": {"ref": "%s", "repo": {"full_name": "%s"}}},
     "repository": {"full_name": "%s"}}
    """
        .formatted(
            action,
            pull.number,
            pull.number,
            pull.state,
            pull.draft,
            pull.merged,
            pull.title,
            pull.author,
            labels,
            pull.branch,
            pull.sha,
            head,
            pull.base,
            repository,
            repository);
  }
}
