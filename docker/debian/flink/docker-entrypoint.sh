#!/usr/bin/env bash
# Starts what Flink's own image starts under the same words: jobmanager, standalone-job, taskmanager; anything else as it is.
set -euo pipefail

export FLINK_CONF_DIR=$FLINK_HOME/conf FLINK_LIB_DIR=$FLINK_HOME/lib FLINK_PLUGINS_DIR=$FLINK_HOME/plugins
readonly entry=org.apache.flink

# One value of config.yaml, whose keys stand each on a line of its own.
setting() {
  sed -n "s/^${1//./\\.}: *\"\\(.*\\)\" *$/\\1/p" "$FLINK_CONF_DIR/config.yaml"
}

# Flink's own figures for the memory of a process: a line of options of Java, and one of what it passes on to the process.
memory() {
  local printed
  printed=$(java -cp "$FLINK_LIB_DIR/*" org.apache.flink.runtime.util.bash.BashJavaUtils "$1" --configDir "$FLINK_CONF_DIR" "${@:2}" 2>&1) || {
    printf '%s\n' "$printed" >&2
    return 1
  }
  sed -n 's/^BASH_JAVA_UTILS_EXEC_RESULT://p' <<<"$printed"
}

# start KIND MAIN ARGUMENTS: becomes the process.
start() {
  local kind=$1 main=$2 answer options passed java_options
  shift 2
  answer=$(memory "GET_${kind}_RESOURCE_PARAMS" "$@")
  read -ra options <<<"$(sed -n 1p <<<"$answer")"
  read -ra passed <<<"$(sed -n 2p <<<"$answer")"
  read -ra java_options <<<"$(setting env.java.opts.all)"
  exec java "${options[@]}" "${java_options[@]}" "-Dlog4j2.configurationFile=file:$FLINK_CONF_DIR/log4j-console.properties" \
    -cp "$FLINK_LIB_DIR/*" "$main" --configDir "$FLINK_CONF_DIR" "${passed[@]}" "$@"
}

case ${1:-help} in
  jobmanager) start JM $entry.runtime.entrypoint.StandaloneSessionClusterEntrypoint "${@:2}" ;;
  standalone-job) start JM $entry.container.entrypoint.StandaloneApplicationClusterEntryPoint "${@:2}" ;;
  taskmanager) start TM $entry.runtime.taskexecutor.TaskManagerRunner "${@:2}" ;;
  help) echo "Usage: $(basename "$0") (jobmanager|standalone-job|taskmanager) [-Dkey=value]…, or any command" ;;
  *) exec "$@" ;;
esac
