import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/use-text.js';
import type { TeamList, TeamListEntry, TeamListKind, TeamListPerson } from './queries.js';

interface TeamListPaperProps {
  kind: TeamListKind;
  edition: string;
  tracks: TeamList['tracks'];
  entries: readonly TeamListEntry[];
  /** Of the stage that was chosen. */
  stage: { zh: string; en: string } | null;
}

const columns = {
  'sign-in': ['number', 'title', 'role', 'name', 'organisation', 'signature', 'arrival'],
  contacts: ['number', 'title', 'role', 'name', 'organisation', 'phone', 'email'],
} as const;

/** One table a track, each on paper of its own; the people of an entry stay together, and heads repeat. */
export function TeamListPaper({ kind, edition, tracks, entries, stage }: TeamListPaperProps) {
  const text = useText();
  const there = tracks.filter(({ key }) => entries.some((entry) => entry.track === key));
  return (
    <div className="team-list" data-kind={kind}>
      {there.map(({ key, name }) => (
        <TrackTable
          key={key}
          kind={kind}
          heading={[edition, text(name), ...(stage === null ? [] : [text(stage)])].join(' · ')}
          entries={entries.filter((entry) => entry.track === key)}
        />
      ))}
    </div>
  );
}

interface TrackTableProps {
  kind: TeamListKind;
  heading: string;
  entries: readonly TeamListEntry[];
}

function TrackTable({ kind, heading, entries }: TrackTableProps) {
  const { t } = useTranslation('teamLists');
  const id = useId();
  return (
    <section className="team-list-track">
      <h2 id={id}>
        {heading} <span className="team-list-kind">{t(`title.${kind}`)}</span>
      </h2>
      <div className="team-list-frame" role="region" tabIndex={0} aria-labelledby={id}>
        <table aria-labelledby={id}>
          <thead>
            <tr>
              {columns[kind].map((column) => (
                <th key={column} scope="col" className={`team-list-${column}`}>
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {entries.map((entry) => (
            <tbody key={entry.number}>
              {entry.people.map((person, index) => (
                <tr key={index}>
                  {index === 0 ? <EntryCells entry={entry} /> : null}
                  <PersonCells kind={kind} person={person} />
                </tr>
              ))}
              {entry.people.length === 0 ? (
                <tr>
                  <EntryCells entry={entry} />
                  <td colSpan={5}>{t('noPeople')}</td>
                </tr>
              ) : null}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function EntryCells({ entry }: { entry: TeamListEntry }) {
  const rows = Math.max(1, entry.people.length);
  return (
    <>
      <td rowSpan={rows} className="team-list-number">
        {entry.number}
      </td>
      <th rowSpan={rows} scope="rowgroup" className="team-list-title">
        {entry.title}
      </th>
    </>
  );
}

function PersonCells({ kind, person }: { kind: TeamListKind; person: TeamListPerson }) {
  const { t } = useTranslation('team');
  return (
    <>
      <td className="team-list-role">{t(`role.${person.role}`)}</td>
      <td className="team-list-name">
        {person.name}
        {person.latinName === null ? null : <span className="team-list-latin">{person.latinName}</span>}
      </td>
      <td className="team-list-organisation">{person.organisation}</td>
      {kind === 'contacts' ? (
        <>
          <td className="team-list-phone">{person.phone}</td>
          <td className="team-list-email">{person.email}</td>
        </>
      ) : (
        <>
          <td className="team-list-signature" />
          <td className="team-list-arrival" />
        </>
      )}
    </>
  );
}
