package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.List;
import java.util.Map;

/**
 * What the comment on a pull request says, one template for each stage of a preview's life. Values
 * are Markdown already; a template puts them into its text and nowhere else.
 */
public enum CommentText {
  REFUSED(TemplateName.COMMENT_REFUSED, "comment.commit", "comment.reasons"),
  WAITING(TemplateName.COMMENT_WAITING, "comment.at", "comment.commit", "comment.change"),
  SCHEDULED(TemplateName.COMMENT_SCHEDULED, "comment.at", "comment.commit", "comment.change"),
  DELIVERED(TemplateName.COMMENT_DELIVERED, "comment.at", "comment.commit", "comment.note"),
  LIVE(TemplateName.COMMENT_LIVE, "comment.at", "comment.commit", "comment.note"),
  FAILED(TemplateName.COMMENT_FAILED, "comment.at", "comment.commit", "comment.because"),
  GOING(TemplateName.COMMENT_GOING, "comment.change"),
  GONE(TemplateName.COMMENT_GONE, "comment.because");

  /** What every one of them may name, used or not. */
  public static final List<String> SHARED =
      List.of("app.name", "platform.name", "pr.number", "pr.repository");

  private static final String TEXT = "text";
  private final TemplateName template;
  private final List<String> keys;

  CommentText(TemplateName template, String... keys) {
    this.template = template;
    this.keys = List.of(keys);
  }

  /** The values that this stage has beside the shared ones, in order. */
  public List<String> keys() {
    return keys;
  }

  /**
   * The text, without blank lines at its ends.
   *
   * @param values one for each key
   * @throws ProblemsException (rendering) when an admin's template is not as it should be
   */
  public String of(Templates templates, List<String> shared, String... values) {
    Scope facts = new Scope();
    for (int i = 0; i < SHARED.size(); i++) {
      facts.put(SHARED.get(i), shared.get(i));
    }
    Scope scope = new Scope(facts);
    for (int i = 0; i < values.length; i++) {
      scope.put(keys.get(i), values[i]);
    }
    Map<String, Value> entries = templates.render(template, scope).entries();
    if (entries.size() == 1 && entries.get(TEXT) instanceof Value.Str(Text text)) {
      return text.literal().orElseThrow().strip();
    }
    throw Fault.RENDERING.error(
        "comment-text",
        Location.ofFile("templates/" + template.path()),
        "a comment is one text under the key `" + TEXT + "` and nothing else",
        "write it as `text: |` and the lines below");
  }

  /**
   * Tries those that admins have changed: what is wrong with them must be known before something is
   * delivered.
   *
   * @throws ProblemsException (rendering) when one is not as it should be
   */
  static void check(Templates templates) {
    for (CommentText stage : values()) {
      if (templates.overridden().contains(stage.template.path())) {
        stage.of(templates, SHARED, stage.keys.toArray(String[]::new));
      }
    }
  }
}
