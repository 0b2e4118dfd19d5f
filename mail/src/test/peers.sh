#!/bin/sh
# Fetches the real mail servers that the tests talk to, and another implementation of DKIM, and unpacks them into a cache
# folder. Nothing is installed: Postfix and Exim exclude each other, and a mail server of this machine must stay what it is.
# Works where Debian's apt is; elsewhere the tests say what they miss, and are skipped.
set -eu
folder=${SHAREWIRE_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/sharewire-peers}
packages="postfix exim4-daemon-light libnss-wrapper python3-dkim"

[ -f "$folder/complete" ] && exit 0
without() {
    echo "peers: $1; the tests against smtp-sink, Exim and dkimpy are skipped"
    exit 0
}
command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || without "no apt on this machine"

fetch() {
    apt-get -q -o APT::Sandbox::User=root download "$@" >apt.log 2>&1
}

new="$folder.$$"
trap 'rm -rf "$new"' EXIT
mkdir -p "$new/debs"
cd "$new/debs"
# shellcheck disable=SC2086
if ! fetch $packages; then
    [ "$(id -u)" -eq 0 ] && apt-get -q update >apt.log 2>&1 && fetch $packages \
        || without "apt cannot download $packages ($(tail -n 1 apt.log))"
fi
# The libraries that the programs need and this machine does not have; nothing of what those need in turn.
for name in $(for deb in postfix*.deb exim4*.deb; do dpkg-deb -f "$deb" Depends; done | tr ',' '\n' | awk '/^ *lib/ {print $1}'); do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q ' installed' \
        || fetch "$name" || without "apt cannot download $name ($(tail -n 1 apt.log))"
done
for deb in *.deb; do
    dpkg-deb -x "$deb" "$new"
done
chmod u-s "$new/usr/sbin/exim4"
rm -rf "$new/debs"
touch "$new/complete"
rm -rf "$folder"
mv "$new" "$folder"
echo "peers: smtp-sink, Exim and dkimpy are in $folder"
