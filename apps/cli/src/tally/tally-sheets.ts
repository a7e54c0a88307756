import type { ColumnarTally, TallyCriterion } from '#domain';
import { DomainError } from '#domain/errors/domain-error';
import { tallyColumns } from '#domain/scoring/columnar/tally-columns';
import type { FileScores } from './reading/score-builder.js';
import { InputRefused, WrongUsage } from './refusals.js';
import type { Tallied } from './tallied.js';
import type { TallyRequest } from './tally-request.js';

/** @throws WrongUsage, InputRefused */
export function tallySheets(file: string, { sheets }: FileScores, request: TallyRequest): Tallied {
  const criteria = namedCriteria(sheets.columns.criteria, request);
  const { order, rowAt, criteriaAt, ...result } = tallied(file, sheets, criteria, request);
  return { ...result, rows: { count: order.length, rowAt, criteriaAt }, criteria };
}

function namedCriteria(found: readonly string[], { weights, maxima }: TallyRequest): TallyCriterion[] {
  for (const [option, named] of [
    ['--weights', weights],
    ['--maxima', maxima],
  ] as const) {
    const absent = [...(named?.keys() ?? [])].find((name) => !found.includes(name));
    if (absent !== undefined) throw new WrongUsage(`${option}: the file has no criterion "${absent}"`);
  }
  const unnamed = maxima && found.find((name) => !maxima.has(name));
  if (typeof unnamed === 'string') throw new WrongUsage(`--maxima: criterion "${unnamed}" has no maximum`);
  return found.map((key) => ({ key, factor: weights?.get(key) ?? '1', maximum: maxima?.get(key) ?? null }));
}

function tallied(
  file: string,
  sheets: FileScores['sheets'],
  criteria: readonly TallyCriterion[],
  request: TallyRequest,
): ColumnarTally {
  try {
    return tallyColumns({ ...request, sheets, criteria });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'scores-missing') {
      throw new InputRefused({ file }, missingSentence(error.details, request.method));
    }
    throw error;
  }
}

function missingSentence(details: DomainError['details'], method: string): string {
  const cells = details.cells as readonly { entry: string; judge: string; criterion: string }[];
  const [first] = cells;
  const where = first ? `judge "${first.judge}" gave entry "${first.entry}" no score for "${first.criterion}"` : '';
  return `${where} (${String(details.count)} such scores in all); ${method} works on the totals of whole sheets: state --missing renormalise or --missing exclude-sheet`;
}
