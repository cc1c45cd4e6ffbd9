import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Thrown when another running process has the folder open: two embedded PostgreSQL on one folder would destroy it. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`The data folder ${folder} is open in process ${pid}. Stop that process first; to serve beside it, choose another folder with BHXH_DATA.`);
  }
}

/** Takes the folder for this process and answers how to leave it. What a killed process left behind is recognised and taken over. */
export function takeFolder(folder: string): () => void {
  const file = join(folder, 'gateway.lock');
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, begun: begunAt(process.pid) }), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'EEXIST' || tries > 2) throw failure;
      const holder = readHolder(file);
      if (holder && isRunning(holder)) throw new FolderTaken(folder, holder.pid);
      rmSync(file, { force: true });
    }
  }
}

interface Holder {
  readonly pid: number;
  /** When the process began, in the system's own count: a process id alone comes back after a restart, in a container always. */
  readonly begun: string | null;
}

function readHolder(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return Number.isInteger(holder.pid) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isRunning({ pid, begun }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return begun === begunAt(pid);
}

/** The boot's id and field 22 of /proc/<pid>/stat where the system has it (Linux); elsewhere the process id alone must do. */
function begunAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return null;
  }
}
