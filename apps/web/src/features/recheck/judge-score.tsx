import { useTranslation } from 'react-i18next';
import { placesOf } from '#domain/score-file/published-places';
import type { RecheckedEntry } from '#domain/score-file/recheck';

/** Blanks as wide as a point and as a digit: they bring the points of a column under each other. */
const pointBlank = '\u2008';
const digitBlank = '\u2007';
const alignedPlaces = 3;

/** Decimals of the judges' scores, as many as are worth aligning. */
export function judgePlaces(entries: readonly RecheckedEntry[]): number {
  let most = 0;
  for (const { scores } of entries) {
    for (const score of scores) if (score !== null) most = Math.max(most, placesOf(score));
  }
  return Math.min(most, alignedPlaces);
}

function padding(score: string, places: number): string {
  const own = placesOf(score);
  return own >= places ? '' : (own === 0 ? pointBlank : '') + digitBlank.repeat(places - own);
}

interface JudgeScoreProps {
  score: string | null;
  dropped: RecheckedEntry['dropped'][number];
  places: number;
}

/** A dropped score is struck through for eyes and said to be for ears. */
export function JudgeScore({ score, dropped, places }: JudgeScoreProps) {
  const { t } = useTranslation('recheck');
  if (score === null) return t('result.none');
  if (dropped === null) return score + padding(score, places);
  return (
    <>
      <s title={t(`result.dropped.${dropped}`)}>{score}</s>
      <span className="visually-hidden"> {t(`result.dropped.${dropped}`)}</span>
      {padding(score, places)}
    </>
  );
}
