# Homebrew's formula; release.sh fills in version, address and sums and publishes it with the release,
# from where a tap copies it.
class Mayfly < Formula
  desc "Per-pull-request preview environments for Argo CD"
  homepage "https://github.com/@REPOSITORY@"
  version "@VERSION@"
  license "Apache-2.0"

  on_macos do
    on_arm do
      url "https://github.com/@REPOSITORY@/releases/download/v@VERSION@/mayfly-@VERSION@-macos-arm64.tar.gz"
      sha256 "@SUM-macos-arm64@"
    end
    on_intel do
      url "https://github.com/@REPOSITORY@/releases/download/v@VERSION@/mayfly-@VERSION@-macos-x64.tar.gz"
      sha256 "@SUM-macos-x64@"
    end
  end
  on_linux do
    on_arm do
      url "https://github.com/@REPOSITORY@/releases/download/v@VERSION@/mayfly-@VERSION@-linux-arm64.tar.gz"
      sha256 "@SUM-linux-arm64@"
    end
    on_intel do
      url "https://github.com/@REPOSITORY@/releases/download/v@VERSION@/mayfly-@VERSION@-linux-x64.tar.gz"
      sha256 "@SUM-linux-x64@"
    end
  end

  def install
    libexec.install Dir["*"]
    bin.install_symlink libexec/"bin/mayfly"
    man1.install_symlink Dir[libexec/"share/man/man1/*.1"]
    generate_completions_from_executable(bin/"mayfly", "completion", shells: [:bash])
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/mayfly --version")
    system bin/"mayfly", "demo"
  end
end
