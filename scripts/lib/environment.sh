# Read by every script: finds the project, a JDK and Maven, or says in plain words what is missing.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"

say() { printf '%s\n' "$*"; }
fail() { printf '错误：%s\n' "$*" >&2; exit 1; }

# Major version of the JDK in a folder, 0 when there is none with a compiler.
jdk_version() {
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  local version
  version="$("$1/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p')"
  echo "${version:-0}"
}

find_jdk() {
  local candidate version
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -d "$candidate" ] || continue
    version="$(jdk_version "$candidate")"
    if [ "$version" -ge 25 ]; then
      JAVA_HOME="$candidate"
      export JAVA_HOME
      return 0
    fi
  done
  fail "没有找到 JDK 25 或更高版本。
  Debian / Ubuntu：apt-get install openjdk-25-jdk-headless
  或 Temurin（https://adoptium.net）：apt-get install temurin-25-jdk
  已安装在别处时：export JAVA_HOME=安装目录"
}

find_maven() {
  command -v mvn >/dev/null || fail "没有找到 Maven（mvn）。Debian / Ubuntu：apt-get install maven"
}

# The report's fonts and the portal's pages come from npm when they are built.
find_npm() {
  command -v npm >/dev/null || fail "没有找到 npm。Debian / Ubuntu：apt-get install npm"
}

# The portals are tested in Chromium, with a Chinese face: installed where that is allowed, else named.
find_browser() {
  local candidate
  for candidate in chromium chromium-browser google-chrome; do
    if command -v "$candidate" >/dev/null; then
      MINGJIAN_BROWSER="$(command -v "$candidate")"
      export MINGJIAN_BROWSER
      return 0
    fi
  done
  if [ "${1:-}" != installed ] && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "正在安装测试门户用的浏览器（chromium、fonts-noto-cjk）……"
    { apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk; } >"$ROOT/target/browser.log" 2>&1 || true
    find_browser installed
    return
  fi
  fail "没有找到 Chromium。Debian / Ubuntu：apt-get install chromium fonts-noto-cjk"
}

# Becomes a program of deploy/stack, built before; from another folder when STACK names one.
exec_stack() {
  local program="${STACK:-$ROOT/deploy/stack/target}"
  exec "$JAVA_HOME/bin/java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -Dmingjian.servers="$ROOT/deploy/stack/target/servers" \
    -cp "$program/stack.jar:$program/lib/*" cn.mingjian.stack.Stack "$@"
}

find_jdk
