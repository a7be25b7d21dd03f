package dev.mayfly.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Colours are added, and nothing else changes. */
class TextColoursTest {
  private static final String CHANGE =
      """
      permissions of previews:
        + may write `databases`
        - may write `web`

      diff --git a/x.yaml b/x.yaml
      --- a/x.yaml
      +++ b/x.yaml
      @@ -1,3 +1,3 @@
       - stays
      --- goes
      +comes
      """;

  @Test
  void aPatchKeepsItsTextAndItsHeaderIsNoChange() {
    String coloured = PatchColours.on(CHANGE);
    assertThat(plain(coloured)).isEqualTo(CHANGE);
    assertThat(coloured.lines())
        .contains(
            TerminalColours.GREEN.on("  + may write `databases`", true),
            TerminalColours.RED.on("  - may write `web`", true),
            TerminalColours.BOLD.on("+++ b/x.yaml", true),
            TerminalColours.BLUE.on("@@ -1,3 +1,3 @@", true),
            " - stays",
            TerminalColours.RED.on("--- goes", true),
            TerminalColours.GREEN.on("+comes", true));
    assertThat(PatchColours.on("")).isEmpty();
  }

  @Test
  void aPageKeepsItsTextAndItsCodeIsLeftAlone() {
    String page = "# AS001 name\n\n**How:** set `a` and $1\n\n```yaml\n# a: **b** `c`\n```\n";
    String coloured = MarkdownColours.on(page);
    assertThat(plain(coloured)).isEqualTo(page);
    assertThat(coloured.lines())
        .contains(
            TerminalColours.BOLD.on("# AS001 name", true),
            TerminalColours.BOLD.on("**How:**", true)
                + " set "
                + TerminalColours.BLUE.on("`a`", true)
                + " and $1",
            "# a: **b** `c`",
            TerminalColours.DIM.on("```", true));
  }

  private static String plain(String coloured) {
    return coloured.replaceAll("\u001b\\[[0-9;]*m", "");
  }
}
