import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answer, api, type Schemas } from '../../../api/client.js';
import { useText } from '../../../locales/use-text.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page } from '../../../ui/page.js';
import { QueryView } from '../../../ui/query-view.js';
import { StateMark } from '../../../ui/state-mark.js';
import { RequireSession } from '../../identity/require-session.js';
import { CopyNote } from '../../viewer/copy-note.js';
import { PresentedAnswers } from '../../viewer/presented-answers.js';
import { entryHeadQuery } from '../queries.js';
import { ReadTranslation } from '../translation/read-translation.js';
import { Occurrences } from './occurrences.js';
import { RemovedMetadata } from './removed-metadata.js';
import '../../viewer/viewer.css';

type JudgesView = Schemas['JudgesViewDto'];

export function Component() {
  const { t } = useTranslation('viewer');
  const { publicId = '' } = useParams();
  return (
    <RequireSession title={t('judgesView.title')}>
      <View key={publicId} entry={publicId} />
    </RequireSession>
  );
}

function View({ entry }: { entry: string }) {
  const { t } = useTranslation('viewer');
  const owner = useQuery(entryHeadQuery(entry));
  const query = useQuery({
    queryKey: ['judges-view', entry],
    queryFn: () => answer(api.GET('/api/v1/entries/{publicId}/judges-view', { params: { path: { publicId: entry } } })),
    gcTime: 0,
  });
  return (
    <Page
      title={t('judgesView.title')}
      isDemo={owner.data?.edition.isDemo}
      isComing={owner.isPending}
      width="reading"
      lead={t('judgesView.lead')}
      trail={<Link to={`/entries/${entry}`}>{owner.data?.title ?? t('entry')}</Link>}
    >
      <QueryView query={query}>
        {(view) =>
          view.stages.length === 0 ? (
            <EmptyState text={t('judgesView.noStages')} />
          ) : (
            <>
              <Occurrences view={view} />
              {view.stages.map((stage) => (
                <Stage key={stage.stage.key} entry={entry} view={view} stage={stage} />
              ))}
              <RemovedMetadata files={view.anonymised} />
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

interface StageProps {
  entry: string;
  view: JudgesView;
  stage: JudgesView['stages'][number];
}

/** The entry as the judges of one stage have it before them. */
function Stage({ entry, view, stage }: StageProps) {
  const { t } = useTranslation('viewer');
  const text = useText();
  return (
    <section className="judges-view">
      <h2>{text(stage.stage.name)}</h2>
      <p>
        <StateMark tone={stage.isBlind ? 'done' : 'idle'}>
          {t(stage.isBlind ? 'judgesView.blind' : 'judgesView.open')}
        </StateMark>{' '}
        {t(stage.isBlind ? 'judgesView.blindText' : 'judgesView.openText')}
      </p>
      <h3>{view.title}</h3>
      {view.summary ? <p className="presented-summary">{view.summary}</p> : null}
      <ReadTranslation translation={view.translation} />
      <PresentedAnswers fields={stage.fields} />
      {stage.files.length === 0 ? <p className="muted">{t('judgesView.noFiles')}</p> : null}
      <ul className="plain-list">
        {stage.files.map((file) => (
          <li key={file.publicId} className="assigned-file">
            <span className="muted">{text(file.label)}</span>
            {file.copy && !file.copy.fault ? (
              <Link to={`/entries/${entry}/files/${file.publicId}`}>
                <bdi>{file.name}</bdi>
              </Link>
            ) : (
              <bdi>{file.name}</bdi>
            )}
            {file.copy ? (
              <CopyNote copy={file.copy} />
            ) : (
              <p className="copy-note muted">{t(file.isVideo ? 'judgesView.played' : 'notShown')}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
