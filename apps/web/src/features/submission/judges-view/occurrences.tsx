import { useTranslation } from 'react-i18next';
import type { OwnField } from '#domain/form/form-definition';
import type { Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { StateMark } from '../../../ui/state-mark.js';

type JudgesView = Schemas['JudgesViewDto'];
type Occurrence = JudgesView['occurrences'][number];

/** Where blind stages would read who the team is. A warning, which stops nothing. */
export function Occurrences({ view }: { view: JudgesView }) {
  const { t } = useTranslation('viewer');
  const text = useText();
  if (!view.stages.some(({ isBlind }) => isBlind)) return null;
  if (view.occurrences.length === 0) {
    return (
      <p>
        <StateMark tone="done">{t('judgesView.clean')}</StateMark> {t('judgesView.cleanText')}
      </p>
    );
  }
  const labelOf = (key: string | null) => {
    const fields = view.stages.flatMap((stage) => stage.fields.map(({ field }) => field as unknown as OwnField));
    return text(fields.find((field) => field.key === key)?.label) || (key ?? '');
  };
  const nameOf = (id: string | null) =>
    view.anonymised.find(({ publicId }) => publicId === id)?.name ??
    view.stages.flatMap(({ files }) => files).find(({ publicId }) => publicId === id)?.name ??
    '';
  const placeOf = ({ where, field, file, pages }: Occurrence) => {
    if (where === 'field') return labelOf(field);
    if (where !== 'file' && where !== 'file-name') return t(`judgesView.where.${where}`);
    const name = nameOf(file);
    if (where === 'file-name') return t('judgesView.where.file-name', { name });
    return t('judgesView.where.file', {
      name,
      count: pages.length,
      pages: pages.join(t('judgesView.comma')),
    });
  };
  return (
    <section className="judges-warning" aria-labelledby="occurrences">
      <h2 id="occurrences">{t('judgesView.named')}</h2>
      <p>{t('judgesView.namedText')}</p>
      <ul>
        {view.occurrences.map((one) => (
          <li key={`${one.term} ${one.where} ${one.field ?? ''} ${one.file ?? ''}`}>
            <strong>
              <bdi>{one.term}</bdi>
            </strong>
            {t('judgesView.colon')}
            {placeOf(one)}
          </li>
        ))}
      </ul>
    </section>
  );
}
