#!/usr/bin/env bash
# Runs each of $COMMANDS, with every report in a folder. Never fails itself: the output `status` says what to end with, after
# the reports have gone where they belong. Annotations and the step's summary come from Schemawatch.
set -euo pipefail

reports=$RUNNER_TEMP/schemawatch-reports
rm -rf "$reports"
mkdir -p "$reports"

read -r -a commands <<< "${COMMANDS//$'\n'/ }"
if [ ${#commands[@]} -eq 0 ]; then
  echo "::error title=schemawatch::commands: there is none; name check, env, drift or dry-run"
  exit 1
fi

# A step shows ten annotations of a kind, whichever command they come from.
export SCHEMAWATCH_ANNOTATIONS=$((10 / ${#commands[@]}))

worst=0
for command in "${commands[@]}"; do
  case "$command" in
    check | env | drift | dry-run) ;;
    *)
      echo "::error title=schemawatch::commands: only check, env, drift and dry-run can be run here"
      exit 1
      ;;
  esac
  arguments=(-C "$DIRECTORY" "$command")
  [ -z "$SCHEMA" ] || arguments+=(--schema "$SCHEMA")
  [ -z "$FAIL_ON" ] || arguments+=(--fail-on "$FAIL_ON")
  case "$command" in
    env) [ -z "$FOR" ] || arguments+=(--for "$FOR") ;;
    dry-run) [ -z "$SERVER_URL" ] || arguments+=(--server-url "$SERVER_URL") ;;
  esac
  for report in sarif=sarif json=json junit=xml markdown=md; do
    arguments+=(--output "${report%%=*}=$reports/$command.${report#*=}")
  done
  status=0
  "$SCHEMAWATCH" "${arguments[@]}" || status=$?
  # What could not be done is worse than what was found, and what was found is worse than nothing.
  if [ "$status" -ne 0 ] && { [ "$worst" -eq 0 ] || [ "$worst" -eq 2 ]; }; then
    worst=$status
  fi
done

{
  echo "status=$worst"
  echo "reports=$reports"
} >> "$GITHUB_OUTPUT"
