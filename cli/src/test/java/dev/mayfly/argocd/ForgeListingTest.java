package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.PullRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes in which tools and forges list pull requests, by their documentation. */
class ForgeListingTest {
  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
  private static final String GH =
      "[{'number': 7, 'headRefOid': '%s', 'headRefName': 'feat/x', 'baseRefName': 'main',"
          + " 'title': 'T', 'author': {'login': 'mona', 'is_bot': false}, 'state': 'OPEN',"
          + " 'isDraft': true, 'labels': [{'name': 'b', 'color': 'f'}, {'name': 'a'}],"
          + " 'url': 'https://github.com/acme/shop/pull/7'}]";
  private static final String GITHUB =
      "[{'id': 1, 'number': 7, 'state': 'open', 'draft': true, 'title': 'T', 'body': null,"
          + " 'user': {'login': 'mona'}, 'labels': [{'name': 'b'}, {'name': 'a'}],"
          + " 'head': {'ref': 'feat/x', 'sha': '%s', 'repo': null},"
          + " 'base': {'ref': 'main', 'sha': 'x', 'repo': {'full_name': 'acme/shop'}}}]";
  private static final String GITLAB =
      "[{'id': 9, 'iid': 7, 'sha': '%s', 'source_branch': 'feat/x', 'target_branch': 'main',"
          + " 'title': 'T', 'author': {'username': 'mona'}, 'state': 'opened', 'draft': true,"
          + " 'labels': ['b', 'a'],"
          + " 'web_url': 'https://gitlab.example.com/acme/shop/-/merge_requests/7'}]";

  private static List<GeneratorPullRequest> read(String json) {
    return GeneratorPullRequest.read(
        "prs.json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {GH, GITHUB, GITLAB})
  void everyListSaysTheSame(String list) {
    GeneratorPullRequest listed = read(list.formatted(SHA)).getFirst();
    PullRequest pull = listed.pull();
    assertThat(listed.labels()).containsExactly("b", "a");
    assertThat(pull.repository().toString()).isEqualTo("acme/shop");
    assertThat(pull.number().value()).isEqualTo(7);
    assertThat(pull.headSha().toString()).isEqualTo(SHA);
    PullRequest.Details details = pull.details();
    assertThat(details.state()).isEqualTo(PullRequest.State.OPEN);
    assertThat(details.draft()).isTrue();
    assertThat(List.of(details.branch(), details.targetBranch(), details.author(), details.title()))
        .containsExactly("feat/x", "main", "mona", "T");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'headRefOid': '%s', 'number': 7}]",
        "[{'headRefOid': '%s', 'number': 7, 'url': 'https://[::/pull/7'}]",
        "[{'headRefOid': '%s', 'number': 7, 'url': 'mailto:x'}]",
        "[{'headRefOid': '%s', 'number': 'x', 'url': 'https://x/a/b/pull/7'}]",
        "[{'iid': 7, 'sha': '%s', 'web_url': ['x']}]",
        "[{'iid': 7, 'sha': '%s', 'state': 'locked', 'web_url': 'https://x/a/b/-/merge_requests/7'}]",
        "[{'head': {'sha': '%s'}, 'base': {'repo': []}, 'number': 7}]",
        "[{'iid': [], 'labels': {}, 'author': 'x', 'state': {}}]",
        "[{'headRefOid': [], 'labels': [[], {}, null], 'author': null}]",
        "[[], null, 7, '']"
      })
  void whatIsHalfAListIsRefused(String list) {
    assertThatThrownBy(() -> read(list.replace("%s", SHA))).isInstanceOf(ProblemsException.class);
  }

  /** Of an address that names no repository it is said that there is none, else what is wrong. */
  @ParameterizedTest
  @CsvSource({
    "https://x//pull/7, the field `repository` is missing",
    "https://x/pull/7, the field `repository` is missing",
    "https://[::/pull/7, is not owner/name"
  })
  void theAddressNamesTheRepository(String url, String message) {
    assertThatThrownBy(() -> read(GH.formatted(SHA).replaceFirst("https.*/7", url)))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            it -> assertThat(it.problems().getFirst().message()).contains(message));
  }

  @Test
  void whatIsClosedOrMergedIsNotOpen() {
    String closed = GH.formatted(SHA).replace("OPEN", "MERGED");
    assertThat(read(closed).getFirst().pull().details().state())
        .isEqualTo(PullRequest.State.MERGED);
  }
}
