# Runs a PostgreSQL server for tests until the input ends, which it also does when the tests are killed; leaves nothing behind.
# $1: the folder of its programs, $2: the port, $3: settings beside those of here. Says "ready" when it answers; else it ends, and says why on the error output.
set -eu
bin=$1 port=$2 settings=$3
folder=$(mktemp -d "${TMPDIR:-/tmp}/gdprkit-postgresql-XXXXXX")
cd "$folder"

leave() {
  "$bin/pg_ctl" stop -D "$folder/data" -m immediate -w >/dev/null 2>&1 || true
  cd / && rm -rf "$folder"
}
trap leave EXIT
trap 'exit 1' HUP INT TERM

# Statements over a handful of rows are not worth compiling; where nobody has counted the rows the server takes them for many, and compiles for seconds.
# Texts are compared by their bytes unless a column says otherwise. What is lost when the machine stops is lost with the tests.
"$bin/initdb" -D "$folder/data" -U gdprkit --auth=trust --encoding=UTF8 --locale=C --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
cat >>"$folder/data/postgresql.conf" <<SETTINGS
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
max_connections = 200
shared_buffers = '64MB'
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
timezone = 'UTC'
jit = off
$settings
SETTINGS
"$bin/pg_ctl" start -D "$folder/data" -l "$folder/log" -w -t 60 >/dev/null 2>&1 </dev/null || { cat "$folder/log" >&2; exit 1; }
echo ready
cat >/dev/null
