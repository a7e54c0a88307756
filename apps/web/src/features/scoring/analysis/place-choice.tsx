import { useTranslation } from 'react-i18next';
import { Choice } from '../../../ui/choice.js';
import { linePlaces, type GroupView } from './group-view.js';
import { mostRows, placeChoices } from './shown-places.js';
import { useAnalysisTexts } from './use-analysis-texts.js';

/** Which places of a long list are drawn. */
export function PlaceChooser({ view: { group, place } }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const choices = placeChoices(group.entries.length, linePlaces(group));
  if (choices.length === 0 || place.shownAs === 'table') return null;
  const options = choices.map((value) => ({
    value: `${value}`,
    text:
      value === 'first'
        ? t('places.first', { count: mostRows })
        : t('places.around', { name: texts.linesAfter(group.lines, Number(value.slice('line-'.length))) }),
  }));
  return (
    <div className="analysis-chooser">
      <Choice
        label={t('places.label', { total: group.entries.length })}
        value={place.places ?? 'first'}
        options={options}
        onChange={(value) => place.change('places', value === 'first' ? null : value)}
      />
    </div>
  );
}
