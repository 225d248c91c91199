import { openLowdbStore } from '#main/storage/lowdb/open-lowdb-store';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { rememberingLog } from './storage-log.ts';
import { testSealer } from './storage-sealer.ts';

const child = fileURLToPath(new URL('storage-crash-child.ts', import.meta.url));
const longestLifeMilliseconds = 120;

export interface KillReport {
  readonly runs: number;
  readonly acknowledged: number;
  /** Commits that were acknowledged and are gone. */
  readonly lost: readonly string[];
  /** Transactions of which one record is there and the other is not. */
  readonly halves: readonly string[];
  readonly tornLines: number;
  /** How often the child had begun another snapshot. */
  readonly generations: number;
}

/** So many kills, spread over folders of which each has a desk at the same time. */
export async function killSideBySide(folders: readonly string[], runs: number): Promise<KillReport> {
  const each = Math.ceil(runs / folders.length);
  const reports = await Promise.all(folders.map((folder) => killAgainAndAgain(folder, each)));
  const sum = (of: (report: KillReport) => number) => reports.reduce((total, report) => total + of(report), 0);
  return {
    runs: sum((report) => report.runs),
    acknowledged: sum((report) => report.acknowledged),
    lost: reports.flatMap(({ lost }) => lost),
    halves: reports.flatMap(({ halves }) => halves),
    tornLines: sum(({ tornLines }) => tornLines),
    generations: sum(({ generations }) => generations),
  };
}

/** Starts the child on the folder again and again, kills it at a random moment, and looks at what it left. */
async function killAgainAndAgain(folder: string, runs: number): Promise<KillReport> {
  const acknowledged = new Map<string, number>();
  const lost: string[] = [];
  const halves: string[] = [];
  let tornLines = 0;
  for (let run = 1; run <= runs; run += 1) {
    await runAndKill(folder, acknowledged);
    const { log, lines } = rememberingLog();
    const store = await openLowdbStore({ folder, sealer: testSealer(), log });
    const people = await store.read((view) => view.all('people'));
    await store.close();
    tornLines += lines.filter(({ message }) => message.startsWith('cut off')).length;
    const numbers = new Map(people.map(({ id, lastName }) => [String(id), Number(lastName)]));
    for (const [writer, number] of acknowledged) {
      const left = numbers.get(`writer-${writer}-left`) ?? 0;
      if (left < number) lost.push(`run ${run}: writer ${writer} has ${left}, acknowledged was ${number}`);
      if (numbers.get(`writer-${writer}-right`) !== left) halves.push(`run ${run}: writer ${writer}`);
    }
  }
  const total = [...acknowledged.values()].reduce((sum, number) => sum + number, 0);
  return { runs, acknowledged: total, lost, halves, tornLines, generations: await newestGeneration(folder) };
}

async function runAndKill(folder: string, acknowledged: Map<string, number>): Promise<void> {
  const desk = spawn(process.execPath, [child, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  const complaints: string[] = [];
  desk.stderr.on('data', (bytes) => complaints.push(String(bytes)));
  const ended = once(desk, 'close');
  const lines = createInterface({ input: desk.stdout });
  lines.on('line', (line) => {
    const [writer = '', number] = line.split(' ');
    acknowledged.set(writer, Number(number));
  });
  await Promise.race([once(lines, 'line'), ended.then(() => Promise.reject(new Error(complaints.join(''))))]);
  await wait(randomInt(longestLifeMilliseconds));
  kill(desk);
  await ended;
}

function kill(desk: ChildProcess): void {
  desk.kill('SIGKILL');
}

async function newestGeneration(folder: string): Promise<number> {
  const names = await readdir(folder);
  return Math.max(0, ...names.map((name) => Number(/^journal-(\d+)/.exec(name)?.[1] ?? 0)));
}
