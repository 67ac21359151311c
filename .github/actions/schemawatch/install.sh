#!/usr/bin/env bash
# Sets the output `binary` to an executable of Schemawatch: the one that $BINARY names, else release $VERSION, whose
# checksum is held against the release's list.
set -euo pipefail

releases=https://github.com/schemawatch/schemawatch/releases

if [ -n "$BINARY" ]; then
  [ -x "$BINARY" ] || { echo "::error title=schemawatch::binary: $BINARY is not an executable file"; exit 1; }
  echo "binary=$(cd "$(dirname "$BINARY")" && pwd)/$(basename "$BINARY")" >> "$GITHUB_OUTPUT"
  exit
fi

case "$RUNNER_OS-$RUNNER_ARCH" in
  Linux-X64) file=schemawatch-linux-x64 ;;
  Linux-ARM64) file=schemawatch-linux-arm64 ;;
  macOS-ARM64) file=schemawatch-macos-arm64 ;;
  Windows-X64) file=schemawatch-windows-x64.exe ;;
  *)
    echo "::error title=schemawatch::there is no release for $RUNNER_OS on $RUNNER_ARCH; build one and name it with binary"
    exit 1
    ;;
esac

if [ "$VERSION" = latest ]; then
  from=$releases/latest/download
else
  from=$releases/download/$VERSION
fi

folder=$RUNNER_TEMP/schemawatch-bin
mkdir -p "$folder"
cd "$folder"
curl --fail --silent --show-error --location --retry 3 --remote-name "$from/$file" --remote-name "$from/SHA256SUMS"
wanted=$(awk -v file="$file" '$2 == file || $2 == "*" file { print $1 }' SHA256SUMS)
actual=$( (sha256sum "$file" 2>/dev/null || shasum -a 256 "$file") | awk '{ print $1 }')
if [ -z "$wanted" ] || [ "$wanted" != "$actual" ]; then
  rm -f "$file"
  echo "::error title=schemawatch::$from/$file has not the checksum of its release; it was not run"
  exit 1
fi
chmod +x "$file"
echo "binary=$folder/$file" >> "$GITHUB_OUTPUT"
