import { Fragment, useId } from 'react';
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

/**
 * One table a track, each on paper of its own; the people of an entry stay together, and heads repeat. On narrow screens each
 * entry becomes a block of people; the roles keep it a table for screen readers.
 */
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
        <table role="table" aria-labelledby={id}>
          <thead role="rowgroup">
            <tr role="row">
              {columns[kind].map((column) => (
                <th key={column} role="columnheader" scope="col" className={`team-list-${column}`}>
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          {entries.map((entry) => (
            <tbody key={entry.number} role="rowgroup">
              {entry.people.map((person, index) => (
                <tr key={index} role="row">
                  {index === 0 ? <EntryCells entry={entry} /> : null}
                  <PersonCells kind={kind} person={person} />
                </tr>
              ))}
              {entry.people.length === 0 ? (
                <tr role="row">
                  <EntryCells entry={entry} />
                  <td role="cell" colSpan={5} className="team-list-nobody">
                    {t('noPeople')}
                  </td>
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
      <td role="cell" rowSpan={rows} className="team-list-number">
        {entry.number}
      </td>
      <th role="rowheader" rowSpan={rows} scope="rowgroup" className="team-list-title">
        {entry.title}
      </th>
    </>
  );
}

function PersonCells({ kind, person }: { kind: TeamListKind; person: TeamListPerson }) {
  const { t } = useTranslation('team');
  return (
    <>
      <td role="cell" className="team-list-role">
        {t(`role.${person.role}`)}
      </td>
      <td role="cell" className="team-list-name">
        {person.name}
        {person.latinName === null ? null : <span className="team-list-latin">{person.latinName}</span>}
      </td>
      <td role="cell" className="team-list-organisation">
        {person.organisation}
      </td>
      {kind === 'contacts' ? (
        <>
          <td role="cell" className="team-list-phone">
            {person.phone ? <a href={`tel:${person.phone.replaceAll(' ', '')}`}>{person.phone}</a> : null}
          </td>
          <td role="cell" className="team-list-email">
            {person.email ? (
              <a href={`mailto:${person.email}`}>
                <Address text={person.email} />
              </a>
            ) : null}
          </td>
        </>
      ) : (
        <>
          <td role="cell" className="team-list-signature" />
          <td role="cell" className="team-list-arrival" />
        </>
      )}
    </>
  );
}

/** An address that breaks after its marks rather than within a word. */
function Address({ text }: { text: string }) {
  return text.split(/(?<=[@.])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}
