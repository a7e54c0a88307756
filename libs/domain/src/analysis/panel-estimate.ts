import { arrangeSheets } from '../scoring/columnar/arrange-sheets.js';
import { columnsOfSheets } from '../scoring/columnar/columns-of-sheets.js';
import { tallyColumns } from '../scoring/columnar/tally-columns.js';
import type { ScoreEstimate } from '../scoring/score-estimate.js';
import type { AnalysedStage } from './analysed-stage.js';
import { ruledSheets } from './ruled-sheets.js';

/**
 * Panel scores of a whole stage by the declared method, with their joint errors as `tallyColumns` has them for any
 * method: those of a fitted model, those of what each sheet contributes to a mean, or none.
 */
export function panelEstimate({ rules, sheets, declared }: AnalysedStage): ScoreEstimate {
  // A fit is not made twice.
  const fitted = declared.model?.estimate;
  if (fitted) return fitted;
  const input = ruledSheets(rules, sheets);
  const columns = columnsOfSheets(input.sheets);
  const criteria = columns.criteria.flatMap((key) => input.criteria.filter((criterion) => criterion.key === key));
  return tallyColumns({ ...input, criteria, sheets: arrangeSheets(columns) }).estimate().estimate;
}
