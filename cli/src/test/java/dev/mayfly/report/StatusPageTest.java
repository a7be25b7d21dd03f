package dev.mayfly.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.delivery.Status;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code status -o html} as a file in a real browser. */
class StatusPageTest {
  private static final Pattern SHOWN = Pattern.compile("<tr data-state=\"([a-z]+)\">");
  @TempDir Path temp;
  private Chromium browser;

  @BeforeEach
  void browser() {
    browser = Chromium.in(temp);
  }

  private String page(Status status) throws Exception {
    Path file = temp.resolve("previews.html");
    Files.writeString(file, StatusHtml.write(status, SampleStatus.NOW));
    return file.toUri().toString();
  }

  private static List<String> rows(Chromium.Shown shown) {
    return SHOWN.matcher(shown.document()).results().map(MatchResult::group).toList();
  }

  @Test
  void opensWithoutAWordOfComplaint() throws Exception {
    Chromium.Shown shown = browser.open(page(SampleStatus.all()));
    assertThat(shown.messages()).isEmpty();
    assertThat(rows(shown)).hasSize(9);
    assertThat(shown.document()).contains("9 of 9 shown").contains("<form id=\"filter\">");
  }

  @Test
  void aLinkKeepsTheFilter() throws Exception {
    String page = page(SampleStatus.all());
    Chromium.Shown failed = browser.open(page + "#state=failed");
    assertThat(rows(failed)).containsExactly("<tr data-state=\"failed\">");
    assertThat(failed.document()).contains("1 of 9 shown");
    assertThat(rows(browser.open(page + "#text=GRACE+stale"))).isEmpty();
    assertThat(rows(browser.open(page + "#text=GRACE+failed"))).hasSize(1);
    Chromium.Shown nonsense = browser.open(page + "#state=%3Cscript%3E&text=%00%ff");
    assertThat(nonsense.messages()).isEmpty();
    assertThat(nonsense.document()).contains("0 of 9 shown");
  }

  /** Without its hashes the policy would let neither run, and with any script both. */
  @Test
  void whatPeopleWroteDoesNotRun() throws Exception {
    String page =
        page(
            SampleStatus.titled(
                "</bdi><script>document.title='taken'</script><img src=x onerror=alert(1)>"));
    Chromium.Shown shown = browser.open(page);
    assertThat(shown.document())
        .contains("<title>Previews of shop</title>")
        .contains("&lt;script&gt;document.title='taken'");
    assertThat(shown.messages()).isEmpty();
    String unescaped = Files.readString(temp.resolve("previews.html"));
    Files.writeString(
        temp.resolve("broken.html"), unescaped.replace("&lt;", "<").replace("&gt;", ">"));
    Chromium.Shown stopped = browser.open(temp.resolve("broken.html").toUri().toString());
    assertThat(stopped.document()).contains("<title>Previews of shop</title>");
    assertThat(String.join("\n", stopped.messages())).contains("Content Security Policy");
  }

  @Test
  void isDarkWhereThePersonWantsItDark() throws Exception {
    String page = page(SampleStatus.all());
    assertThat(brightness(browser.picture(page))).isGreaterThan(700);
    assertThat(brightness(browser.picture(page, "--blink-settings=preferredColorScheme=0")))
        .isLessThan(150);
  }

  private static int brightness(BufferedImage picture) {
    int corner = picture.getRGB(2, 2);
    return (corner & 0xff) + (corner >> 8 & 0xff) + (corner >> 16 & 0xff);
  }

  @Test
  void readsWithoutItsScript() throws Exception {
    String page = page(SampleStatus.all());
    Path file = temp.resolve("previews.html");
    Files.writeString(file, Files.readString(file).replaceAll("(?s)<script>.*</script>", ""));
    Chromium.Shown shown = browser.open(page + "#state=failed");
    assertThat(rows(shown)).hasSize(9);
    assertThat(shown.document()).contains("<form id=\"filter\" hidden=\"\">");
  }
}
