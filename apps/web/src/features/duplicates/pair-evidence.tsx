import { useTranslation } from 'react-i18next';
import { StateMark } from '../../ui/state-mark.js';
import { useFileSize } from '../submission/file/file-size.js';
import type { DuplicatePair } from './queries.js';

const tones = { strong: 'danger', likely: 'attention', weak: 'idle' } as const;

export function StrengthMark({ strength }: { strength: DuplicatePair['strength'] }) {
  const { t } = useTranslation('duplicates');
  return <StateMark tone={tones[strength]}>{t(`strength.${strength}`)}</StateMark>;
}

/** What two entries have in common, each thing with how much it says. */
export function PairEvidence({ pair }: { pair: DuplicatePair }) {
  const { t } = useTranslation('duplicates');
  const size = useFileSize();
  const { title, files, people } = pair;
  // The titles compared may be those of the translations, which the list does not show.
  const isOfTitles = title?.own === pair.entry.title && title.other === pair.other.title;
  const isNothing = title === null && files.length + people.length === 0;
  return (
    <ul className="pair-evidence" aria-label={t('evidence')}>
      {isNothing ? <li className="muted">{t('changing')}</li> : null}
      {title ? (
        <li>
          <StrengthMark strength={title.strength} />
          <div>
            <div>{title.percent === 100 ? t('titlesSame') : t('titles', { percent: title.percent })}</div>
            {title.percent === 100 ? null : (
              <div className="muted">{t(isOfTitles ? 'titlesOf' : 'titlesTranslated', title)}</div>
            )}
          </div>
        </li>
      ) : null}
      {files.map((file) => (
        <li key={file.sha256}>
          <StrengthMark strength="strong" />
          <div>
            <div>{t('files')}</div>
            <div className="muted">
              <bdi>{t('fileOf', { own: file.own, size: size(file.size) })}</bdi>
              {file.own === file.other ? null : <div>{t('fileOther', { name: file.other })}</div>}
            </div>
          </div>
        </li>
      ))}
      {people.map((person, index) => (
        <li key={index}>
          <StrengthMark strength={person.strength} />
          <SamePerson person={person} />
        </li>
      ))}
    </ul>
  );
}

type Person = DuplicatePair['people'][number];

function SamePerson({ person }: { person: Person }) {
  const { t } = useTranslation('duplicates');
  const { t: ofTeam } = useTranslation('team');
  const named = ({ name, role, organisation }: Person['own']) => {
    const facts = { name, role: ofTeam(`role.${role}`) };
    return organisation === null ? t('person', facts) : t('personAt', { ...facts, organisation });
  };
  const values = { account: '', email: person.email, phone: person.phone, name: '', reading: '', organisation: '' };
  const reasons = person.by.map((one) => t(`by.${one}`, { value: values[one] }));
  const isNameAlone = person.strength === 'weak';
  return (
    <div>
      <div className="pair-reasons">
        {reasons.join(t('and'))}
        {isNameAlone ? t('byName') : null}
      </div>
      <div className="muted">{named(person.own)}</div>
      {named(person.own) === named(person.other) ? null : <div className="muted">{named(person.other)}</div>}
    </div>
  );
}
