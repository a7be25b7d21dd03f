package dev.mayfly.delivery;

import dev.mayfly.git.CommitText;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What commits say. Only numbers, commit ids and validated names go in: free text of a pull request
 * could forge a trailer.
 *
 * @param version of this program
 */
public record Message(String author, String email, String version) {
  private static final String PREVIEW = "Mayfly-Preview";
  private static final String SWEEP = "Mayfly-Sweep";

  CommitText of(String verb, PreviewId id, PullRequest pullRequest, String body, Instant when) {
    SequencedMap<String, String> trailers = new LinkedHashMap<>();
    trailers.put(PREVIEW, id.toString());
    trailers.put("Mayfly-Source", pullRequest.repository() + "#" + pullRequest.number());
    trailers.put("Mayfly-Head", pullRequest.headSha().hex());
    trailers.put("Mayfly-Version", version);
    return new CommitText(
        author,
        email,
        when,
        verb + " the preview of " + id.app() + " for pull request " + id.number(),
        body,
        trailers);
  }

  /** What reviewers of the GitOps repository want to know, from validated facts only. */
  static String body(Blueprint blueprint, PreviewFacts facts) {
    StringBuilder body = new StringBuilder();
    blueprint
        .url()
        .ifPresent(url ->
            body.append("URL: ")
                .append(Blueprint.bound(url, facts.pullRequest().number()))
                .append('\n'));
    facts
        .images(blueprint.app())
        .forEach(image -> body.append("Image: ").append(image).append('\n'));
    facts
        .bundle()
        .ifPresent(pin ->
            body.append("Bundle: ")
                .append(pin.repository())
                .append(" at ")
                .append(pin.revision())
                .append(" (")
                .append(pin.ref())
                .append(")\n"));
    return body.toString().strip();
  }

  /** A commit about many previews. */
  CommitText sweep(String subject, String body, String platform, Instant when) {
    SequencedMap<String, String> trailers = new LinkedHashMap<>();
    trailers.put(SWEEP, platform);
    trailers.put("Mayfly-Version", version);
    return new CommitText(author, email, when, subject, body, trailers);
  }

  /** Whether a commit was made by this program for this preview. */
  static boolean isAbout(String message, PreviewId id) {
    return message.lines().anyMatch((PREVIEW + ": " + id)::equals);
  }

  /** Whether a commit is a sweep of this platform. */
  static boolean isSweep(String message, String platform) {
    return message.lines().anyMatch((SWEEP + ": " + platform)::equals);
  }
}
