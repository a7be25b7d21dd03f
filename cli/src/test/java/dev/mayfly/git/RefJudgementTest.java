package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mayfly.preview.CommitSha;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of a push, and for whom a token is. */
class RefJudgementTest {
  private static final RefName A = RefName.branch("a");
  private static final RefName B = RefName.branch("b");

  /** Both move from 1 to 2: what they are now, and what that means. */
  @ParameterizedTest
  @CsvSource({
    "2, 2, Landed[]",
    "1, 1, ",
    "3, 2, LostRace[moved=refs/heads/a]",
    "2, 3, LostRace[moved=refs/heads/b]",
    "2, 1, LostRace[moved=refs/heads/a]",
    "1, 2, LostRace[moved=refs/heads/a]",
    "0, 2, LostRace[moved=refs/heads/a]"
  })
  void refsAloneDecide(int a, int b, String outcome) {
    List<RefChange> both =
        List.of(RefChange.update(A, sha(1), sha(2)), RefChange.update(B, sha(1), sha(2)));
    Map<RefName, ObjectId> refs = a > 0 ? Map.of(A, id(a), B, id(b)) : Map.of(B, id(b));
    assertThat(RefJudgement.of(both, refs).map(Object::toString).orElse(null)).isEqualTo(outcome);
  }

  @Test
  void aRefThatIsGoneWasDeleted() {
    assertThat(RefJudgement.of(List.of(RefChange.delete(A, sha(1))), Map.of()))
        .contains(new PushOutcome.Landed());
  }

  @Test
  void aTokenIsForOneHostAndPort() {
    RemoteUrl url = RemoteUrl.parse("https://git.example:8443/a");
    Credentials token = Credentials.forHostOf(url, "x-access-token", "s3~!".toCharArray());
    assertThat(token.isFor("GIT.example", 8443)).isTrue();
    assertThat(token.isFor("git.example", 443)).isFalse();
    assertThat(token.isFor("other.example", 8443)).isFalse();
    assertThat(token.basic()).isEqualTo("Basic eC1hY2Nlc3MtdG9rZW46czN+IQ==");
    assertThat(token.redact("a s3~! b eC1hY2Nlc3MtdG9rZW46czN+IQ== c")).isEqualTo("a *** b *** c");
    assertThat(token).hasToString("a token for git.example:8443");
    token.close();
    assertThat(token.basic()).isNotEqualTo("Basic eC1hY2Nlc3MtdG9rZW46czN+IQ==");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\u007f", "a\n", "ä"})
  void aTokenIsPrintable(String token) {
    RemoteUrl url = RemoteUrl.parse("https://git.example/a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.forHostOf(url, "user", token.toCharArray()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.forHostOf(url, "-user", "x".toCharArray()));
  }

  private static CommitSha sha(int digit) {
    return new CommitSha(Integer.toString(digit).repeat(40));
  }

  private static ObjectId id(int digit) {
    return ObjectId.fromString(sha(digit).hex());
  }
}
