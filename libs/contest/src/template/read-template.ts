// Past the index of the domain: checking a file needs nothing of what scores it, and nobody should wait for that.
import { validateStageRules } from '#domain/contest/validate-stage-rules';
import { LineCounter, parseDocument } from 'yaml';
import * as v from 'valibot';
import { describeRules } from './describe-rules.js';
import { describeStructure, describeUnknownField, type Described, type StructureIssue } from './describe-structure.js';
import { formProblems } from './form-problems.js';
import { teamFieldProblems } from './team-field-problems.js';
import { nodePosition } from './node-position.js';
import { readableParts, valueAt, wholeParts } from './readable-parts.js';
import { stageRulesOf } from './stage-rules-of.js';
import { pathSteps, pathText, type TemplateProblem } from './template-problem.js';
import { type ReadableParts, referenceProblems } from './template-references.js';
import { templateSchema, type ContestTemplate } from './template-schema.js';

export type TemplateReading =
  | { readonly template: ContestTemplate; readonly problems: readonly [] }
  | { readonly template: null; readonly problems: readonly TemplateProblem[] };

/** Longest template read, in characters: far above any contest, far below what could exhaust memory. */
export const templateLengthLimit = 2_000_000;

/**
 * Reads a contest template (YAML 1.2) and checks all of it in one round: form, references between its parts, and each
 * stage's rules. Every problem is listed, by line and column.
 */
export function readTemplate(text: string): TemplateReading {
  const lines = new LineCounter();
  const document = parseDocument(text.slice(0, templateLengthLimit), { lineCounter: lines, schema: 'failsafe' });
  if (document.errors.length > 0) return { template: null, problems: document.errors.map(syntaxProblem) };
  const raw: unknown = document.toJS({ maxAliasCount: 1000 });
  const locate = (path: readonly PropertyKey[], described: Described, atKey = false): TemplateProblem => ({
    ...nodePosition(document, lines, path, atKey),
    path: pathText(path),
    ...described,
  });
  const parsed = v.safeParse(templateSchema, raw);
  const parts = parsed.success ? wholeParts(parsed.output) : readableParts(raw);
  const problems = [
    ...(parsed.issues ?? []).map((issue) => structureProblem(issue, raw, locate)),
    ...referenceProblems(parts).map(({ path, ...described }) => locate(path, described)),
    ...rulesProblems(parts, locate),
    // A track that does not exist is told at its name, what is wrong within a form at the value.
    ...[...formProblems(raw, parts), ...teamFieldProblems(raw)].map(({ path, ...described }) =>
      locate(path, described, path.length === 2),
    ),
  ].sort((left, right) => left.line - right.line || left.column - right.column);
  if (parsed.success && problems.length === 0) return { template: parsed.output, problems: [] };
  return { template: null, problems };
}

type Locate = (path: readonly PropertyKey[], described: Described, atKey?: boolean) => TemplateProblem;

function structureProblem(issue: StructureIssue, raw: unknown, locate: Locate): TemplateProblem {
  const path = (issue.path ?? []).map(({ key }) => key as PropertyKey);
  if (issue.type === 'never') return locate(path, describeUnknownField(String(path.at(-1))), true);
  const isMissing = valueAt(raw, path) === undefined;
  return locate(path, describeStructure(issue, isMissing), issue.path?.at(-1)?.origin === 'key');
}

/** The domain's own checks of each stage's rules, told at the rubric or at the stage that they concern. */
function rulesProblems({ stages, rubrics }: ReadableParts, locate: Locate): TemplateProblem[] {
  const told = new Set<string>();
  return stages.flatMap((stage, index) => {
    const rubric = stage && rubrics[stage.rubric];
    if (!stage || !rubric) return [];
    const document = stageRulesOf({ rubrics: { [stage.rubric]: rubric } }, stage);
    return validateStageRules(document).flatMap((problem) => {
      const [head, ...rest] = pathSteps(problem.path);
      const path =
        head === 'rubric' ? ['rubrics', stage.rubric, ...rest] : ['stages', index, 'rules', head ?? '', ...rest];
      const once = `${pathText(path)} ${problem.code}`;
      // Two stages may share a rubric: its faults are told once.
      if (told.has(once)) return [];
      told.add(once);
      return [locate(path, describeRules(problem))];
    });
  });
}

function syntaxProblem(error: {
  message: string;
  linePos?: readonly { line: number; col: number }[];
}): TemplateProblem {
  const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
  const [sentence = ''] = error.message.split(' at line ');
  return {
    line,
    column: col,
    path: '',
    code: 'yaml-syntax',
    reason: { zh: `不是正确的 YAML：${sentence}`, en: `not valid YAML: ${sentence}` },
  };
}
