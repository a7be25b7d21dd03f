package dev.mayfly.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that come from strangers are taken in one form only. */
class FactsTest {
  private static final String HEX = "0123456789abcdef09af0123456789abcdef0123";

  @Test
  void aCommitIsFortyDigits() {
    CommitSha sha = CommitSha.parse(HEX).orElseThrow();
    assertThat(sha.shortHex()).isEqualTo("0123456");
    assertThat(sha).hasToString(HEX).isEqualTo(new CommitSha(HEX)).hasSameHashCodeAs(HEX);
    assertThat(sha).isNotEqualTo(new CommitSha(HEX.replace('0', '1'))).isNotEqualTo(HEX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "g", "`", "/", ":", "G", " ", "é", "", "00"})
  void aCommitHasNoOtherDigit(String last) {
    String text = HEX.substring(1) + last;
    assertThat(CommitSha.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new CommitSha(text));
  }

  @Test
  void aDigestIsOfOneAlgorithm() {
    String hex = HEX + "0123456789abcdef09af0123";
    ImageDigest digest = ImageDigest.parse("sha256:" + hex).orElseThrow();
    assertThat(digest).hasToString("sha256:" + hex);
    for (String other :
        List.of(
            "sha256:" + hex + "0",
            "sha256:" + hex.substring(1),
            "sha255:" + hex,
            "sha256:" + hex.substring(1) + "A",
            "sha256:" + hex.substring(1) + "g",
            "sha256:" + hex.substring(1) + "`",
            "sha256:" + hex.substring(1) + "/",
            "sha256:" + hex.substring(1) + ":",
            "sha512:" + hex + hex)) {
      assertThat(ImageDigest.parse(other)).as(other).isEmpty();
      assertThatIllegalArgumentException().isThrownBy(() -> new ImageDigest(other));
    }
    assertThat(ImageDigest.isRegistered("sha256:" + hex)).isTrue();
    assertThat(ImageDigest.isRegistered("sha512:" + hex + hex)).isTrue();
    assertThat(ImageDigest.isRegistered("sha512:" + hex)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "9", "10", "2147483647"})
  void numbersOfPullRequests(String text) {
    PullRequestNumber number = PullRequestNumber.parse(text).orElseThrow();
    assertThat(number).hasToString(text).hasSameHashCodeAs(Integer.valueOf(text));
    assertThat(number).isEqualTo(new PullRequestNumber(Integer.parseInt(text)));
    assertThat(number).isNotEqualTo(new PullRequestNumber(7)).isNotEqualTo(text);
    assertThat(new PullRequestNumber(1).compareTo(PullRequestNumber.LARGEST)).isNegative();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "01",
        "-1",
        "+1",
        "1/",
        "1:",
        "2147483648",
        "9999999999",
        "10000000000",
        "٣"
      })
  void nothingElseIsANumber(String text) {
    assertThat(PullRequestNumber.parse(text)).isEmpty();
  }

  @Test
  void theFirstPullRequestIsOne() {
    assertThat(new PullRequestNumber(1).value()).isOne();
    assertThatIllegalArgumentException().isThrownBy(() -> new PullRequestNumber(0));
  }

  @Test
  void aRepositoryHasAnOwner() {
    RepositoryName name = RepositoryName.parse("Acme/sub/.shop").orElseThrow();
    assertThat(name).hasToString("Acme/sub/.shop").isEqualTo(new RepositoryName("acme/Sub/.SHOP"));
    assertThat(name).hasSameHashCodeAs(new RepositoryName("acme/sub/.shop"));
    assertThat(name.hashCode()).isNotZero();
    assertThat(name).isNotEqualTo(new RepositoryName("acme/sub/shop")).isNotEqualTo("x");
    assertThat(name.owner()).isEqualTo("Acme/sub");
    assertThat(name.name()).isEqualTo(".shop");
    assertThat(RepositoryName.parse("a/" + "b".repeat(253))).isPresent();
    assertThat(RepositoryName.parse("a/" + "b".repeat(254))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "/a", "a/", "a//b", "a/b/", "a/-b", "a/..", "a/.", "a/b.git", "ä/b"})
  void nothingElseIsARepository(String text) {
    assertThat(RepositoryName.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new RepositoryName(text));
  }

  @Test
  void textNeedsRoom() {
    assertThat(UntrustedText.clean("a", 1)).isEqualTo("a");
    assertThatIllegalArgumentException().isThrownBy(() -> UntrustedText.clean("a", 0));
  }
}
