import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { Moment } from '../../../ui/moment.js';
import { QueryView } from '../../../ui/query-view.js';
import type { OwnEntry } from '../queries.js';

const roles = [
  ...(['organiser', 'executive-organiser', 'panel-secretary', 'judge', 'panel-chair'] as const),
  ...(['discipline-supervisor', 'district-officer', 'problem-owner'] as const),
];

/** Who may see what of the entry, in whose hands nothing is, and in which role it has been opened. */
export function EntryReaders({ entry }: { entry: OwnEntry }) {
  const { t } = useTranslation('entry');
  const { publicId } = entry;
  const query = useQuery({
    queryKey: ['entry', publicId, 'readers'],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/readers', { params: { path: { publicId } } })),
  });
  const named = (given: readonly string[]) =>
    given
      .map((role) => roles.find((one) => one === role))
      .map((role) => t(`reader.role.${role ?? 'other'}`))
      .join(t('reader.comma'));
  return (
    <QueryView query={query}>
      {({ groups, files, openings }) => (
        <>
          <dl className="reader-groups">
            {groups.map(({ group, roles: given }) => (
              <div key={group}>
                <dt>{t(`reader.group.${group}`)}</dt>
                <dd>{named(given)}</dd>
              </div>
            ))}
          </dl>
          <p className="muted">{t('reader.rule')}</p>
          <h3>{t('reader.byFile')}</h3>
          <p className="muted">{t(files.length === 0 ? 'reader.noFiles' : 'reader.fileRule')}</p>
          <dl className="reader-groups">
            {files.map((file) => (
              <FileLine key={file.publicId} file={file} named={named} />
            ))}
          </dl>
          <h3>{t('reader.openings')}</h3>
          {openings.length === 0 ? <p className="muted">{t('reader.noOpenings')}</p> : null}
          <ul className="plain-list">
            {openings.map(({ at, what, name, roles: given }, index) => (
              <li key={index} className="version-line">
                {at ? <Moment at={at} /> : <span className="muted">{t('reader.noTime')}</span>}
                <span className="opening-role">{named(given.length > 0 ? given : ['other'])}</span>
                <span>{what === 'answers' ? t('reader.group.answers') : (name ?? t('reader.goneFile'))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </QueryView>
  );
}

interface FileLineProps {
  file: Schemas['FileReadersDto'];
  named: (roles: readonly string[]) => string;
}

/** Who may see one file: roles, judges by their stage, and offices that it may be passed on to. */
function FileLine({ file, named }: FileLineProps) {
  const { t } = useTranslation('entry');
  const text = useText();
  const { name, label, roles: given, stages, offices } = file;
  const comma = t('reader.comma');
  const judged = stages.map((stage) =>
    t(stage.isBlind ? 'reader.stageBlind' : 'reader.stage', { stage: text(stage.name) }),
  );
  return (
    <div>
      <dt>{label ? t('reader.fileAt', { name, field: text(label) }) : name}</dt>
      <dd>
        {named(given)}
        <br />
        {stages.length === 0 ? t('reader.noJudges') : t('reader.judgesIn', { stages: judged.join(comma) })}
        <br />
        {offices.length === 0
          ? t('reader.noOffices')
          : t('reader.officesTo', { offices: offices.map((office) => text(office)).join(comma) })}
      </dd>
    </div>
  );
}
