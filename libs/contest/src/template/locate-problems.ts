import { LineCounter, parseDocument } from 'yaml';
import { nodePosition } from './node-position.js';
import { pathSteps, type TemplateProblem } from './template-problem.js';

/** Gives problems that were found past the file their line and column in it, in the file's order. */
export function locateProblems(
  text: string,
  problems: readonly Omit<TemplateProblem, 'line' | 'column'>[],
): TemplateProblem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: 'failsafe' });
  return problems
    .map((problem) => ({ ...nodePosition(document, lines, pathSteps(problem.path)), ...problem }))
    .sort((left, right) => left.line - right.line || left.column - right.column);
}
