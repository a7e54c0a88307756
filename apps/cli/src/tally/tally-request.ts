import type {
  FieldProblem,
  FieldProblemCode,
  MethodOptions,
  RankConvention,
  Rounding,
  ScoringMethodKey,
} from '#domain';
import { rankConventions } from '#domain/ranking/rank-entries';
import { tallyOptionProblems } from '#domain/scoring/tally-option-problems';
import { type ChosenInput, chosenInput, chosenMethod } from './chosen-input.js';
import { namedDecimals } from './named-decimals.js';
import { choice, count, positive } from './option-value.js';
import { WrongUsage } from './refusals.js';
import { roundingStages } from './rounding-stages.js';
import { optionName, type TypedOptions } from './tally-options.js';
import { type UncertaintyRequest, uncertaintyRequest } from './uncertainty-request.js';

export const outputFormats = ['table', 'json', 'csv'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** A call of the command, understood. */
export interface TallyRequest {
  readonly method: ScoringMethodKey;
  readonly input: ChosenInput;
  readonly options: MethodOptions;
  readonly rounding: Rounding;
  readonly weights: ReadonlyMap<string, string> | null;
  readonly maxima: ReadonlyMap<string, string> | null;
  readonly normaliseWeights: boolean;
  readonly ties: RankConvention;
  readonly uncertainty: UncertaintyRequest;
  /** Null: a table on a terminal, else JSON. */
  readonly format: OutputFormat | null;
}

/** @throws WrongUsage naming the option. */
export function tallyRequest(typed: TypedOptions): TallyRequest {
  const method = chosenMethod(typed.method);
  choice('--layout', typed.layout, ['long', 'wide']);
  const input = chosenInput(method, typed);
  const options = methodOptions(typed);
  const rounding = typed.round === undefined ? {} : roundingStages(typed.round);
  const [problem] = tallyOptionProblems({ method, options, rounding }, input === 'pairs' ? 'pairs' : 'sheets');
  if (problem) throw new WrongUsage(problemSentence(problem, method));
  const weights = typed.weights === undefined ? null : namedDecimals('--weights', typed.weights);
  if (weights && [...weights.values()].every((weight) => /^[0.]+$/.test(weight))) {
    throw new WrongUsage('--weights: all weights are 0');
  }
  if (typed.maxima !== undefined && options.missing !== 'renormalise') {
    throw new WrongUsage('--maxima has a meaning only with --missing renormalise');
  }
  return {
    method,
    input,
    options,
    rounding,
    uncertainty: uncertaintyRequest(typed),
    weights,
    maxima: typed.maxima === undefined ? null : namedDecimals('--maxima', typed.maxima),
    normaliseWeights: typed.normaliseWeights ?? false,
    ties: choice('--ties', typed.ties, rankConventions),
    format: typed.format === undefined ? null : choice('--format', typed.format, outputFormats),
  };
}

function methodOptions(typed: TypedOptions): MethodOptions {
  // The choices are checked by the domain, which knows what each method understands.
  const { trimBy, trimFallback, missing, effects, rescale } = typed as Pick<
    MethodOptions,
    'trimBy' | 'trimFallback' | 'missing' | 'effects' | 'rescale'
  >;
  const options = {
    trim: count('--trim', typed.trim),
    trimBy,
    trimMinimum: count('--trim-minimum', typed.trimMinimum),
    trimFallback,
    missing,
    effects,
    ddof: count('--ddof', typed.ddof),
    rescale,
    points: typed.points?.split(',').map((point) => point.trim()),
    prior: positive('--prior', typed.prior),
  };
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** What to say of each problem that options can have; `option` is the one to blame. */
const problemSentences: Partial<
  Record<FieldProblemCode, (option: string, details: FieldProblem['details'], method: string) => string>
> = {
  'option-unknown': (option, _details, method) => `${option} has no meaning for --method ${method}`,
  'value-not-allowed': (option, { value, allowed }) =>
    `${option}: "${String(value)}" is not one of ${(allowed as readonly string[]).join(', ')}`,
  'points-not-descending': (option) => `${option}: points are at least 0 and never rise from place to place`,
  'decimal-expected': (option, { value }) => `${option}: "${String(value)}" is not a decimal`,
  'trim-minimum-too-small': (option, { minimum }) =>
    `${option}: below ${String(minimum)} nothing would be left after trimming`,
  'rounding-not-for-sheet-totals': (option, _details, method) =>
    `${option}: ${method} works on the totals of whole sheets here; only total can be rounded`,
  'missing-policy-not-applicable': (option, { missing, byCriterion }) =>
    `${option}: ${String(missing)} does not fit a method that works ${byCriterion ? 'by criterion' : 'on the totals of whole sheets'}`,
};

function problemSentence({ path, code, details }: FieldProblem, method: string): string {
  const [area, , key = ''] = path.replace(/\[\d+\]$/, '').split('.');
  const option = area === 'rounding' ? '--round' : optionName(key as keyof TypedOptions);
  return problemSentences[code]?.(option, details, method) ?? `${option}: ${code}`;
}
