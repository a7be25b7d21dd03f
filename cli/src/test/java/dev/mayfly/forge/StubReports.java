package dev.mayfly.forge;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What was reported of previews, oldest first: GitHub's deployments, the others' statuses. */
public final class StubReports {
  /** One report. */
  public record Report(String sha, String environment, String state, String said) {}

  private final List<Report> all = new ArrayList<>();

  public void add(String sha, String environment, String state, String said) {
    all.add(new Report(sha, environment, state, said));
  }

  /** Newest first; a deployment's number is its place. Knows no filter, as GitHub may not. */
  StubServer.Answer deployments(URI uri, String[] parts) {
    List<String> answers = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      Report report = all.get(i);
      if (parts.length == 2) {
        answers.add(
            "{\"id\": %d, \"sha\": \"%s\", \"environment\": \"%s\"}"
                .formatted(i, report.sha, report.environment));
      } else if (parts[2].equals("" + i) && !report.state.isEmpty()) {
        answers.add(
            "{\"state\": \"%s\", \"description\": \"%s\"}".formatted(report.state, report.said));
      }
    }
    return StubForge.page(uri, answers);
  }

  /** The statuses of a commit, newest first. */
  StubServer.Answer statuses(URI uri, String sha, boolean gitLab) {
    String query = URLDecoder.decode(String.valueOf(uri.getRawQuery()), StandardCharsets.UTF_8);
    List<String> answers = new ArrayList<>();
    for (Report report : all.reversed()) {
      String context = "mayfly/" + report.environment;
      if (report.sha.equals(sha) && (!gitLab || query.contains("name=" + context))) {
        answers.add(
            "{\"%s\": \"%s\", \"status\": \"%s\", \"description\": \"%s\"}"
                .formatted(gitLab ? "name" : "context", context, report.state, report.said));
      }
    }
    return StubForge.page(uri, answers);
  }
}
