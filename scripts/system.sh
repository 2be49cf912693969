#!/bin/sh
# Installs the libraries that Qt expects from a Linux system, and with the argument `build` what PyInstaller expects,
# where that is missing and allowed; otherwise prints the line to type and goes on.
set -eu
[ "$(uname)" = Linux ] || exit 0

missing_libraries() {
    cd "$(.venv/bin/python -c 'import PySide6; print(PySide6.__path__[0])')"
    ldd QtWidgets.abi3.so QtPdfWidgets.abi3.so QtPrintSupport.abi3.so QtSvg.abi3.so QtDBus.abi3.so QtNetwork.abi3.so \
        Qt/plugins/platforms/libqxcb.so Qt/plugins/platforms/libqoffscreen.so Qt/plugins/platforms/libqwayland.so \
        Qt/plugins/printsupport/libcupsprintersupport.so lupdate lrelease | awk '/not found/ {print $1}' | sort -u
}

missing_build_tools() {
    command -v objdump >/dev/null || echo objdump
    .venv/bin/python -c 'from PyInstaller.depend.bindepend import get_python_library_path as path; path()' 2>/dev/null ||
        echo libpython
}

if [ "${1:-}" = build ]; then
    missing=$(missing_build_tools)
    packages="binutils libpython$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
else
    missing=$(missing_libraries)
    packages="dbus libcups2 libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libgssapi-krb5-2 libwayland-cursor0 \
libx11-xcb1 libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 \
libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0"
fi
[ -n "$missing" ] || exit 0

root=""
[ "$(id -u)" = 0 ] || root="sudo -n"
if command -v apt-get >/dev/null && $root true 2>/dev/null; then
    echo "Installing system libraries: $packages"
    # shellcheck disable=SC2086 # the list is meant to fall into words
    if $root apt-get update -qq && $root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends $packages >/dev/null; then
        exit 0
    fi
fi
echo "Missing on this system:" $missing >&2
echo "Please type: sudo apt-get install -y $packages" >&2
