import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fastestProcess, type MeasuredProcess, measuredProcess } from './measured-process.js';

/** A figure of another program, measured in the same run or read elsewhere. */
export interface Baseline extends MeasuredProcess {
  readonly tool: string;
  readonly isCited: boolean;
  /** What the program printed; empty when cited. */
  readonly printed: Readonly<Record<string, number>>;
}

/** The fewest instructions that drop the highest and lowest score, and the quickest ones data.table has. */
const dataTableScript = `
library(data.table)
files <- commandArgs(trailingOnly = TRUE)
scores <- fread(files[1])
means <- scores[, .(sheets = .N, total = sum(score), highest = max(score), lowest = min(score)), by = entry]
means[, score := (total - highest - lowest) / (sheets - 2)]
means[, rank := frank(-score, ties.method = "min")]
setorder(means, rank)
fwrite(means[, .(rank, entry, sheets, score)], files[2])
`;

/** Variances and predictions only: no errors, which the command computes too. */
const lme4Script = `
suppressMessages({ library(data.table); library(lme4) })
files <- commandArgs(trailingOnly = TRUE)
scores <- fread(files[1])
took <- system.time(fit <- lmer(score ~ 1 + (1 | entry) + (1 | judge), scores, REML = TRUE))
effects <- ranef(fit, condVar = FALSE)$entry
fwrite(data.table(entry = rownames(effects), score = fixef(fit)[[1]] + effects[[1]]), files[2])
parts <- as.data.frame(VarCorr(fit))
of <- function(group) parts$vcov[parts$grp == group]
figures <- c(fit = took[["elapsed"]], criterion = REMLcrit(fit),
  entry = of("entry"), judge = of("judge"), residual = of("Residual"))
cat(sprintf("%s=%.17g\\n", names(figures), figures), sep = "")
`;

const scripts = { 'data.table': dataTableScript, lme4: lme4Script };
export type RPackage = keyof typeof scripts;

const versions = new Map<RPackage, string | null>();

/** Version of an installed package; null where it is not installed. */
function versionOf(name: RPackage): string | null {
  const known = versions.get(name);
  if (known !== undefined) return known;
  const { status, stdout } = spawnSync('Rscript', ['--vanilla', '-e', `cat(format(packageVersion("${name}")))`], {
    encoding: 'utf8',
  });
  const version = status === 0 ? stdout.trim() : null;
  versions.set(name, version);
  return version;
}

/**
 * What R makes of a file of scores; the cited figure where the package is not installed.
 *
 * @param scores CSV file of entry, judge and score
 * @param runs of which the fastest counts
 * @param cited figure measured elsewhere
 */
export async function rBaseline(
  name: RPackage,
  { scores, folder, runs }: { readonly scores: string; readonly folder: string; readonly runs: number },
  cited: MeasuredProcess,
): Promise<Baseline> {
  const version = versionOf(name);
  if (version === null) return citedBaseline(name, cited);
  const script = join(folder, `${name}.R`);
  writeFileSync(script, scripts[name]);
  const output = join(folder, `${name}.txt`);
  const words = ['--vanilla', script, scores, join(folder, `${name}.csv`)];
  const measured = await fastestProcess(runs, async () => ({
    ...(await measuredProcess('Rscript', words, output)),
    printed: printedFigures(output),
  }));
  return { ...measured, tool: `${name} ${version}`, isCited: false };
}

export function citedBaseline(tool: string, cited: MeasuredProcess): Baseline {
  return { ...cited, tool, isCited: true, printed: {} };
}

/** Lines of `name=number`. */
function printedFigures(file: string): Record<string, number> {
  const lines = readFileSync(file, 'utf8').matchAll(/^(\w+)=(\S+)$/gm);
  return Object.fromEntries([...lines].map(([, name = '', value]) => [name, Number(value)]));
}
