# What bin/start, bin/test and bin/bench share: the project's folder, a JDK, and Maven without its 3,000 lines.
cd "$(dirname "$0")/.." || exit 1

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# Sets JAVA to a java of version 17 or later, from JAVA_HOME or the PATH.
find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then JAVA=$JAVA_HOME/bin/java; else JAVA=$(command -v java || true); fi
  [ -n "$JAVA" ] && [ -x "$JAVA" ] ||
    stop "A JDK of version 17 or later is needed: install one (Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME."
  version=$("$JAVA" -version 2>&1 | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)
  [ "${version:-0}" -ge 17 ] || stop "A JDK of version 17 or later is needed, and $JAVA is version ${version:-unknown}: set JAVA_HOME to a newer one."
  [ -x "$(dirname "$(readlink -f "$JAVA")")/javac" ] || stop "A JDK is needed, and $JAVA has no compiler beside it: install the JDK or set JAVA_HOME."
}

# Passes a few lines of Maven's output as they come: its steps, one line for every 100 files fetched, and what matters at the end.
progress() {
  files=0
  while IFS= read -r line; do
    case $line in
      *Downloaded\ from*)
        files=$((files + 1))
        [ $((files % 100)) != 0 ] || say "  fetched $files files ..."
        ;;
      *Downloading\ from* | Progress\ *) ;;
      '[INFO] --- '*)
        step=${line#'[INFO] --- '}
        say "  ${step%% *}"
        ;;
      *'Tests run:'* | *'BUILD SUCCESS'* | *'BUILD FAILURE'* | *'Total time'*) say "$line" ;;
    esac
  done
}

# maven <log> <arguments>: Maven with progress; a failure for want of a network is told in one sentence.
maven() {
  log=$1
  shift
  mkdir -p "$(dirname "$log")"
  # shellcheck disable=SC2086
  { ./mvnw -B "$@" ${QIAOTONG_MVN_ARGS:-} 2>&1; echo $? >"$log.status"; } | tee "$log" | progress
  status=$(cat "$log.status")
  [ "$status" = 0 ] && return
  if grep -iE 'could not transfer artifact|failed to fetch' "$log" | grep -qv 'status code'; then
    stop "The first run needs the internet to fetch its libraries, and Maven's server cannot be reached: connect and run this again."
  fi
  grep '^\[ERROR\]' "$log" | head -n 20
  stop "The build failed; the whole output is in $log."
}

CLASSPATH_FILE=target/demo.classpath

has_libraries() (
  IFS=:
  for library in $(cat "$CLASSPATH_FILE"); do
    [ -f "$library" ] || return 1
  done
)

is_built() {
  [ -f "$CLASSPATH_FILE" ] && [ -d target/keycloak ] && [ -d target/classes ] && [ -d target/test-classes ] &&
    [ -z "$(find pom.xml src/main src/test bpmn -newer "$CLASSPATH_FILE" 2>/dev/null | head -n 1)" ] && has_libraries
}

# Builds the application and its tests when something changed since the last time, and notes their libraries.
build_when_changed() {
  is_built && return
  say "Building (the first time fetches about 600 MB and takes some minutes) ..."
  mkdir -p .demo
  : >.demo/build.begun
  maven .demo/build.log -Dspotless.check.skip=true test-compile dependency:build-classpath \
    -Dmdep.outputFile="$CLASSPATH_FILE" -Dmdep.includeScope=test
  touch -r .demo/build.begun "$CLASSPATH_FILE"
}
