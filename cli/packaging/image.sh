#!/bin/sh
# Makes target/image from what `mvn package` left in target/: a Java runtime of its own, the jars,
# AOT caches and a launcher. Needs JAVA_HOME. The folder may be moved, times kept, anywhere.
set -eu
cd "$(dirname "$0")/../.."
here=cli/packaging
image=target/image.new
. cli/packaging/commit.sh

# What the jars refer to, by `jdeps --print-module-deps`.
modules=java.base,java.logging,java.management,java.naming,java.net.http,java.rmi,java.security.jgss,java.sql,java.xml,jdk.unsupported

# The runtime changes with the JDK, the list of modules and this script only.
{ echo "$modules" && cat "$JAVA_HOME/release" "$here/image.sh"; } >target/runtime.wanted
if ! cmp -s target/runtime.wanted target/runtime.made; then
  rm -rf target/runtime
  "$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --output target/runtime
  # A provider whose module is left out is looked for on the class path: half a second of every
  # TLS connection, spent on loading Bouncy Castle, which SSH alone needs and names by itself.
  security=target/runtime/conf/security/java.security
  awk -F= '/^security\.provider\.[0-9]+=/ {
      if ($2 !~ /^(XMLDSig|SunPCSC|JdkSASL|SunPKCS11)$/) print "security.provider." ++n "=" $2
      next
    }
    { print }' "$security" >target/java.security
  mv target/java.security "$security"
  mv target/runtime.wanted target/runtime.made
fi

# picocli is published for Java 5, and no AOT cache takes classes that old.
picocli=$(basename target/lib/picocli-*.jar)
if [ ! -f "target/picocli/$picocli" ]; then
  rm -rf target/picocli
  "$JAVA_HOME/bin/javac" -nowarn -proc:none --release 25 -d target/picocli/classes target/picocli-sources/picocli/*.java
  "$JAVA_HOME/bin/jar" --create --date=2026-01-01T00:00:00Z --file "target/picocli/$picocli" -C target/picocli/classes .
fi

rm -rf "$image"
mkdir -p "$image/bin"
cp -Rp target/runtime "$image/runtime"
cp -Rp target/lib "$image/lib"
cp -p "target/picocli/$picocli" "$image/lib/$picocli"
cp -p target/mayfly-*.jar "$image/mayfly.jar"

# An AOT cache leaves classes of signed jars out without a word, and JGit's jars are signed.
for jar in "$image"/lib/org.eclipse.jgit*.jar; do
  rm -rf target/unsigned
  mkdir target/unsigned
  (cd target/unsigned && "$JAVA_HOME/bin/jar" --extract --file "../../$jar" && rm -f META-INF/*.SF META-INF/*.RSA)
  "$JAVA_HOME/bin/jar" --create --date=2026-01-01T00:00:00Z --file "$jar" --manifest target/unsigned/META-INF/MANIFEST.MF -C target/unsigned .
done
cp -p "$here/hot.options" "$here/deliver.options" "$here/full.options" "$image/"
cp -p "$here/launcher.sh" "$image/bin/mayfly"
chmod +x "$image/bin/mayfly"
cp LICENSE NOTICE "$image/"
"$JAVA_HOME/bin/java" "$here/ThirdParty.java" "$image/lib" "$here/licences" "$image"

"$JAVA_HOME/bin/java" -cp "$image/mayfly.jar" dev.mayfly.Manual "$image/share/man/man1"

# One time for all files, so that archives of one image are the same bytes. Before the caches are
# made: they remember the times of the jars.
times=$(commit_time)
find "$image" -exec env TZ=UTC0 touch -h -t "$times" {} +

# The name that the launcher has for the folder; see there.
exec 8<"$image"
jar=/proc/self/fd/8/mayfly.jar
[ -e "$jar" ] || jar=$image/mayfly.jar

# train CACHE: in two steps, as the process that Java starts for the second has no open folder.
train() {
  set -- "$image/$1.aot" "@$image/$1.options" -XX:-AOTRecordTraining -XX:AOTConfiguration=target/rehearsal.aotconf -cp "$jar"
  cache=$1
  shift
  LC_ALL=C.UTF-8 "$image/runtime/bin/java" -XX:AOTMode=record "$@" dev.mayfly.Rehearsal target/rehearsal.txt target/rehearsal \
    && LC_ALL=C.UTF-8 "$image/runtime/bin/java" -XX:AOTMode=create "-XX:AOTCache=$cache" "$@"
}

# Each cache remembers what the commands of its list load; see train-*.txt.
for name in hot deliver full; do
  rm -rf target/rehearsal
  mkdir target/rehearsal
  if ! sh "$here/rehearsal.sh" "$name" target/rehearsal >target/rehearsal.txt || ! train "$name" >target/rehearsal.log 2>&1; then
    cat target/rehearsal.log >&2
    exit 1
  fi
done
rm -f target/rehearsal.aotconf
find "$image" -exec env TZ=UTC0 touch -h -t "$times" {} +

if [ -f target/started ]; then mv target/started "$image/built"; else touch "$image/built"; fi
rm -rf target/image.old
if [ -d target/image ]; then mv target/image target/image.old; fi
mv "$image" target/image
rm -rf target/image.old
