#!/bin/sh
# Starts Mayfly from the image that this file lies in (bin/mayfly).
self=$0
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in
    /*) self=$link ;;
    *) self=${self%/*}/$link ;;
  esac
done
case $self in
  */bin/*) home=${self%/bin/*} ;;
  *) home=${self%/*}/.. ;;
esac

# A cache loads all that it holds, so commands that use few classes have small ones.
cache=hot
value=
for word in "$@"; do
  if [ -n "$value" ]; then
    value=
    continue
  fi
  case $word in
    -C | --directory | --config | --color | --timeout) value=next ;;
    -*) ;;
    render | diff) break ;;
    open | close | admit | sync | status | demo)
      cache=deliver
      break
      ;;
    *)
      cache=full
      break
      ;;
  esac
done

# The most memory that a run may take, beside what the options file says.
case ${MAYFLY_MEMORY:-} in
  '') ;;
  *[!0-9mg]* | [!1-9]* | *[0-9] | *[mg]?*)
    echo "error: MAYFLY_MEMORY is no amount of memory such as 512m or 2g" >&2
    exit 2
    ;;
esac

if [ -t 1 ] && [ -t 2 ]; then terminal=true; else terminal=false; fi
if [ -t 0 ]; then keyboard=true; else keyboard=false; fi

# Java asks where the jar of each class in a cache lies by the name it had when the cache was made, and asks
# anew for each class while nothing is there. As an open folder the image has one name wherever it lies.
jar=$home/mayfly.jar
if [ -r "$home" ]; then
  exec 8<"$home"
  if [ -e /proc/self/fd/8/mayfly.jar ]; then jar=/proc/self/fd/8/mayfly.jar; fi
fi

# Java alone does not look for it.
temporary=${TMPDIR:+-Djava.io.tmpdir=$TMPDIR}

# Under the C locale Java reads arguments and file names as ASCII.
LC_ALL=C.UTF-8
export LC_ALL
exec "$home/runtime/bin/java" "@$home/$cache.options" ${MAYFLY_MEMORY:+"-Xmx$MAYFLY_MEMORY"} ${temporary:+"$temporary"} "-XX:AOTCache=$home/$cache.aot" \
  "-Dmayfly.terminal=$terminal" "-Dmayfly.keyboard=$keyboard" -cp "$jar" dev.mayfly.Main "$@"
