#!/usr/bin/env bash
# Tells pull request $PULL_REQUEST what is in each Markdown report of $REPORTS. The first line of a report is a hidden marker;
# the comment that begins with it is edited, and one with nothing to tell is not begun. A token that may not write, as that of a
# fork, is no failure: annotations and the step's summary say the same.
set -euo pipefail

comments=repos/$GITHUB_REPOSITORY/issues
for report in "$REPORTS"/*.md; do
  [ -f "$report" ] || continue
  marker=$(head -n 1 "$report")
  export marker
  earlier=$(gh api --paginate "$comments/$PULL_REQUEST/comments" \
    --jq '.[] | select(.user.type == "Bot" and (.body | startswith(env.marker))) | .id' | sed -n 1p) || earlier=
  if [ -n "$earlier" ]; then
    told=(--method PATCH "$comments/comments/$earlier")
  elif grep -q '^### .*: no findings$' "$report"; then
    continue
  else
    told=("$comments/$PULL_REQUEST/comments")
  fi
  if ! gh api --silent "${told[@]}" --field "body=@$report"; then
    echo "::notice title=schemawatch::The pull request was not commented: the token may not write there."
  fi
done
