import { useTranslation } from 'react-i18next';
import type { StageRules } from '#domain/contest/stage-rules';
import { withoutBlanks, type SheetFields } from './sheet-fields.js';
import { shownIn, useFieldNames } from './use-field-names.js';

interface VersionTableProps {
  rules: StageRules;
  mine: SheetFields;
  stored: SheetFields | undefined;
  /** Where the stored version lies. */
  storedAt: string;
}

/** The page's version of a sheet beside another one, field by field; what differs is marked. */
export function VersionTable({ rules, mine, stored, storedAt }: VersionTableProps) {
  const { t } = useTranslation('judging');
  const none = t('review.none');
  // The language of comments is no difference where nothing is said.
  const [own, other] = [withoutBlanks(mine), withoutBlanks(stored ?? {})];
  return (
    <table className="said-versions">
      <thead>
        <tr>
          <th scope="col">{t('conflict.criterion')}</th>
          <th scope="col" className="number">
            {t('conflict.mine')}
          </th>
          <th scope="col" className="number">
            {storedAt}
          </th>
        </tr>
      </thead>
      <tbody>
        {useFieldNames(rules).map(({ path, name, isText }) => {
          const [here, there] = [shownIn(own, path) || none, shownIn(other, path) || none];
          return (
            <tr key={path} className={here === there ? undefined : 'row-differs'}>
              <th scope="row">{name}</th>
              <td className={isText ? 'said' : 'number'}>{here}</td>
              <td className={isText ? 'said' : 'number'}>{there}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
