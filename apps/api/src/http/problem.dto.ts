/** What is wrong with one field of the request. */
export class FieldProblemDto {
  /** Dots and brackets name the field: `scores.feasibility`, `members[0].name`. */
  path: string;
  /** Stable, kebab-case. */
  code: string;
  /** One sentence in the reader's language. */
  detail: string;
}

/** RFC 9457 problem details, the body of every answer that refuses. */
export class ProblemDto {
  /** A stable address for the kind of problem. */
  type: string;
  title: string;
  status: number;
  /** Stable, kebab-case: what programs decide by. */
  code: string;
  /** One sentence in the reader's language. */
  detail: string;
  /** The path that was asked for. */
  instance: string;
  errors?: FieldProblemDto[];
  /** Facts of the refusal, such as the stored revision after `revision-stale`. */
  details?: Record<string, unknown>;
}
