# Finding, or installing, a Java that the PySpark of constraints-spark.txt runs on. Sourced by run.
# Spark 4.0 is built for 17 and tested on 21 too; from 24 on Java has no security manager, which the
# Hadoop inside it asks for at every start.
readonly least_java=17 most_java=23
readonly java_packages=(openjdk-17-jre-headless openjdk-21-jre-headless) # the first that there is

# java_version JAVA: the number of its release; 8 calls itself 1.8. Nothing where it does not run.
java_version() {
  local version
  version=$("$1" -version 2>&1 | sed -nE 's/.* version "(1\.)?([0-9]+).*/\2/p' | head -n 1) || return 0
  echo "$version"
}

# find_java HOME...: the first of these homes of Java that Spark runs on.
find_java() {
  local home version
  for home in "$@"; do
    [[ -n $home && -x $home/bin/java ]] || continue
    version=$(java_version "$home/bin/java")
    [[ -n $version ]] || continue
    if ((version >= least_java && version <= most_java)); then
      echo "$home"
      return 0
    fi
  done
  return 1
}

# The homes to look at: the one that is set, the one that `java` belongs to, those of Debian.
list_java_homes() {
  local java
  echo "${JAVA_HOME:-}"
  java=$(command -v java) && dirname "$(dirname "$(readlink -f "$java")")"
  printf '%s\n' "${java_homes:-/usr/lib/jvm}"/*
}

# choose_java: the home of a Java on this machine that Spark runs on.
choose_java() {
  local homes
  mapfile -t homes < <(list_java_homes)
  find_java "${homes[@]}"
}

# choose_java_package: the first package that this Debian can install; needs fresh lists of packages.
# apt-cache would also answer for a name that others only mention.
choose_java_package() {
  local package
  for package in "${java_packages[@]}"; do
    if apt-get install --simulate -qq "$package" >/dev/null 2>&1; then
      echo "$package"
      return 0
    fi
  done
  echo "Spark needs Java $least_java to $most_java, and there is none of ${java_packages[*]} here." \
    "Install one, and set JAVA_HOME to its folder." >&2
  return 1
}
