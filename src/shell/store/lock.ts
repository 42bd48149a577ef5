/**
 * One process at a time on a data directory. The lock is a file that names its owner; one that its owner left behind by
 * dying is recognised and taken over. The operating system's own locks are not used: Node.js does not offer them.
 */
import { linkSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreError } from './errors.ts';

const ownerSchema = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** What tells this process from a later one with the same number; null where the system does not say. */
  born: z.string().nullable(),
  since: z.string(),
});
export type LockOwner = z.infer<typeof ownerSchema>;

export interface Lock {
  release(): void;
}

const LOCK = 'lock';
/** A takeover takes milliseconds; a guard older than this was left behind by a crash in the middle of one. */
const GUARD_STALE_MS = 10_000;

/** Takes the lock of the directory, or throws `store/locked` naming who holds it. `since` is a UTC instant. */
export function takeLock(directory: string, since: string): Lock {
  const path = join(directory, LOCK);
  const owner: LockOwner = { pid: process.pid, host: hostname(), born: bornAt(process.pid), since };
  if (!create(path, owner)) takeOver(path, owner);
  return {
    release: () => {
      const holder = readOwner(path);
      if (holder?.pid === owner.pid && holder.born === owner.born) rmSync(path, { force: true });
    },
  };
}

/** Who holds the lock; null when nobody does, or only somebody who is no more. */
export function lockHolder(directory: string): LockOwner | null {
  const holder = readOwner(join(directory, LOCK));
  return holder === null || isDead(holder) ? null : holder;
}

/** Writes the whole file under another name first, so that nobody ever reads half an owner. */
function create(path: string, owner: LockOwner): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(owner));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function takeOver(path: string, owner: LockOwner): void {
  const guard = `${path}.takeover`;
  if (!create(guard, owner)) {
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age < GUARD_STALE_MS) throw locked(path, readOwner(guard));
    rmSync(guard, { force: true });
    if (!create(guard, owner)) throw locked(path, readOwner(guard));
  }
  try {
    const holder = readOwner(path);
    if (holder !== null && !isDead(holder)) throw locked(path, holder);
    rmSync(path, { force: true });
    if (!create(path, owner)) throw locked(path, readOwner(path));
  } finally {
    rmSync(guard, { force: true });
  }
}

function locked(path: string, holder: LockOwner | null): StoreError {
  const who = holder === null ? 'another process' : `process ${holder.pid} on ${holder.host}, since ${holder.since},`;
  return new StoreError(
    'store/locked',
    `${who} is using this data directory (${path}): end it first, or name another directory with --data`,
  );
}

/** Null for no lock and for a file that is not ours or was cut short: neither can name a living owner. */
function readOwner(path: string): LockOwner | null {
  try {
    const owner = ownerSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return owner.success ? owner.data : null;
  } catch {
    return null;
  }
}

function isDead(holder: LockOwner): boolean {
  // Whether a process of another machine lives cannot be seen from here: only its operator can say so.
  if (holder.host !== hostname()) return false;
  if (!isRunning(holder.pid)) return true;
  const born = bornAt(holder.pid);
  return born !== null && holder.born !== null && born !== holder.born;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** On Linux, the boot and the tick at which the process was started: process numbers are used again, these are not. */
function bornAt(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields are counted after the command, which stands in brackets and may hold spaces; start time is field 22.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${boot}/${ticks}`;
  } catch {
    return null;
  }
}
