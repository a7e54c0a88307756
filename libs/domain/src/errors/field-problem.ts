import type { FieldProblemCode } from './error-codes.js';

/** What is wrong with one field of a document; `path` names it with dots and brackets: `rubric.criteria[2].factor`. */
export interface FieldProblem {
  readonly path: string;
  readonly code: FieldProblemCode;
  readonly details: Readonly<Record<string, unknown>>;
}

export function fieldProblem(
  path: string,
  code: FieldProblemCode,
  details: Readonly<Record<string, unknown>> = {},
): FieldProblem {
  return { path, code, details };
}
