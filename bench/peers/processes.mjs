// What processes used, from /proc: Linux alone has it.
import { readdirSync, readFileSync } from 'node:fs';

/** Microseconds in one tick of the kernel's accounts of processes. */
const TICK_US = 10_000;

const statOf = (pid) => {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  return { parent: fields[1], own: fields[11] + fields[12], ended: fields[13] + fields[14] };
};

/** CPU time of a process, of its threads included, in microseconds. */
export const cpuOf = (pid) => statOf(pid).own * TICK_US;

/** CPU time of a PostgreSQL, by the process that started its others: its own, its running children's, and that of those that ended. */
export function cpuOfPostgres(postmaster) {
  const { own, ended } = statOf(postmaster);
  let ticks = own + ended;
  for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) ticks += ownIfChild(name, postmaster);
  return ticks * TICK_US;
}

function ownIfChild(pid, parent) {
  try {
    const stat = statOf(pid);
    return stat.parent === parent ? stat.own : 0;
  } catch {
    return 0; // It ended meanwhile.
  }
}

/** The process that started the one with an id. */
export const parentOf = (pid) => statOf(pid).parent;

/** Resident memory of a process in megabytes: now, and at most so far. */
export function memoryOf(pid) {
  const text = readFileSync(`/proc/${pid}/status`, 'latin1');
  const megabytes = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024);
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}
