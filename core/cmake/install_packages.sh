# Sourced by demo.sh and test.sh. Installs the packages of packages.txt that are missing.
install_packages() {
  local missing=() name
  while read -r name; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$name")
  done < <(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' packages.txt)
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing ${#missing[@]} packages: ${missing[*]}"
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
