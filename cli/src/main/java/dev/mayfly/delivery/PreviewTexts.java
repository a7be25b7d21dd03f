package dev.mayfly.delivery;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.template.Text;

/** Names for one pull request, where nothing but its number is needed. */
public final class PreviewTexts {
  private PreviewTexts() {}

  /** The text, where no hole but the number's is in it. */
  public static String bound(Text text, PullRequestNumber number) {
    return text.bind(fact -> number.toString());
  }
}
