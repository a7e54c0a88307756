import { performance } from 'node:perf_hooks';
import { type AssignmentAnswer, assignApart } from '#judging';
import type { AssignmentProblem } from '../../libs/domain/src/assignment/assignment-problem.js';
import { checkPlan } from '../../libs/domain/src/assignment/check-plan.js';
import { type ContestSize, inventedContest } from '../builders/invented-contest.js';
import { say, sayAim } from './figures.js';

// Judges for entries, planned in a thread of their own as the worker does it. `usual`: the size of both contests together;
// `mixed`: the same with rules about kinds and employers; `large`: 20,000 entries. Another system on the usual size (HotCRP, cited): 52 s.
interface Bench {
  readonly size: ContestSize;
  readonly gapWanted: number;
  readonly aimSeconds: number;
  readonly isMixed?: boolean;
}

const benches: Readonly<Record<string, Bench>> = {
  usual: {
    size: { entries: 1763, judges: 300, judgesWanted: 5, topics: 30, conflicts: 4500, preferences: 9000 },
    ...{ gapWanted: 0, aimSeconds: 5 },
  },
  mixed: {
    size: { entries: 1763, judges: 300, judgesWanted: 5, topics: 30, conflicts: 4500, preferences: 9000 },
    ...{ gapWanted: 0, aimSeconds: 5, isMixed: true },
  },
  large: {
    size: { entries: 20_000, judges: 2000, judgesWanted: 5, topics: 30, conflicts: 51_000, preferences: 102_000 },
    ...{ gapWanted: 0.001, aimSeconds: 60 },
  },
};
const mostMemory = 2_000_000_000;

const percent = (share: number, digits = 1) => `${(100 * share).toFixed(digits)} %`;

/** Seconds, and the most memory that the process held meanwhile. */
async function measured<T>(work: () => Promise<T>) {
  let memory = process.memoryUsage.rss();
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), 50);
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  try {
    const result = await work();
    const { user, system } = process.cpuUsage(cpu);
    return { result, seconds: (performance.now() - from) / 1000, cpuSeconds: (user + system) / 1e6, memory };
  } finally {
    clearInterval(watch);
  }
}

type Planned = Extract<AssignmentAnswer, { kind: 'plan' }>;

function sayPlan(problem: AssignmentProblem, { pairs, quality, figures }: Planned, gapWanted: number): void {
  const loads = figures.loads.map((load) => load.entries);
  const [least, most] = [Math.min(...loads), Math.max(...loads)];
  const violations = checkPlan(problem, pairs);
  const conflicts = violations.filter(({ code }) => code === 'conflict-of-interest').length;
  sayAim(
    'gap to the bound over all pairs',
    percent(quality.gap, 4),
    `≤ ${percent(gapWanted)}`,
    quality.gap <= gapWanted,
  );
  sayAim('conflicts of interest', String(conflicts), '0', conflicts === 0);
  sayAim('other rules broken', String(violations.length - conflicts), '0', violations.length === conflicts);
  sayAim('entries a judge', `${least} to ${most}`, 'within 1', most - least <= 1);
  sayAim('connected parts', String(figures.parts), '1', figures.parts === 1);
  sayAim('places on a preferred entry', percent(figures.glad), '≥ 61 %', figures.glad >= 0.61);
  say(`  places whose judge knows a topic of the entry: ${percent(1 - figures.noTopic)}`);
  say(`  ${quality.points.toFixed(0)} points, at most ${quality.possibleGain.toFixed(0)} more are possible`);
  say(`  ${quality.rounds} models solved, the last of ${quality.pairsTried.toLocaleString('en')} pairs`);
}

async function run(name: string, { size, gapWanted, aimSeconds, isMixed = false }: Bench): Promise<void> {
  const all = size.entries * size.judges;
  const problem = inventedContest(size, isMixed);
  say(`${name}: ${size.entries.toLocaleString('en')} entries × ${size.judgesWanted} over ${size.judges} judges`);
  say(`  ${size.topics} topics, ${size.conflicts} conflicts (${percent(size.conflicts / all, 2)} of all pairs)`);
  say(`  ${size.preferences} preferences (density ${percent(size.preferences / all, 2)} of all pairs)`);
  const { result, seconds, cpuSeconds, memory } = await measured(() => assignApart({ problem, gapWanted }));
  if (result.kind !== 'plan') throw new Error(`no plan: ${JSON.stringify(result.findings.slice(0, 3))}`);
  sayAim('time', `${seconds.toFixed(1)} s`, `≤ ${aimSeconds} s`, seconds <= aimSeconds);
  say(`  of the processor ${cpuSeconds.toFixed(1)} s`);
  sayAim('memory of the process', `${Math.round(memory / 1e6)} MB`, '≤ 2,000 MB', memory <= mostMemory);
  sayPlan(problem, result, gapWanted);
}

const words = process.argv.slice(2);
const unknown = words.find((word) => !Object.hasOwn(benches, word));
if (unknown !== undefined) {
  say(`${unknown} is no part of this bench: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(benches)) {
  if (words.length === 0 || words.includes(name)) await run(name, bench);
}
