import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client.js';
import { Moment } from '../../../ui/moment.js';
import { metadataInstant } from './metadata-instant.js';

type AnonymisedFile = Schemas['JudgesViewDto']['anonymised'][number];

/** What was taken out of each file for those who may not know its author: by kind, with what stood there. */
export function RemovedMetadata({ files }: { files: readonly AnonymisedFile[] }) {
  const { t } = useTranslation('viewer');
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="removed">
      <h2 id="removed">{t('removed.title')}</h2>
      <p className="muted">{t('removed.lead')}</p>
      {files.map((file) => (
        <details key={file.publicId} className="removed-file">
          <summary>
            <bdi>{file.name}</bdi> <span className="muted">{t('removed.count', { count: file.removed.length })}</span>
          </summary>
          <dl className="presented-answers">
            {kindsOf(file).map(([kind, values]) => (
              <div key={kind}>
                <dt>{t(`removed.kind.${kind}`)}</dt>
                {values.length === 0 ? <dd>{t('removed.gone')}</dd> : null}
                {values.map((value) => (
                  <dd key={value}>
                    <del>
                      <Removed kind={kind} value={value} />
                    </del>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}

/** Dates as the page writes them; a time zone is said, since the file's own may be another. */
function Removed({ kind, value }: { kind: Kind; value: string }) {
  const instant = kind === 'dates' ? metadataInstant(value) : null;
  return instant === null ? <bdi>{value}</bdi> : <Moment at={instant} />;
}

type Kind = AnonymisedFile['removed'][number]['kind'];

function kindsOf({ removed }: AnonymisedFile): [Kind, string[]][] {
  const kinds = new Map<Kind, string[]>();
  for (const { kind, value } of removed) {
    kinds.set(kind, [...(kinds.get(kind) ?? []), ...(value === null ? [] : [value])]);
  }
  return [...kinds];
}
