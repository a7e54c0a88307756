import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#database';
import {
  answeredObjects,
  answerFields,
  letterFields,
  maySee,
  roles,
  visibilityMatrix,
  type IdentityField,
} from '#identity';
import { notShown } from '../builders/crawl-not-shown.js';
import { columnsWithoutWords } from '../builders/columns-without-words.js';
import { columnsWithoutNames } from '../builders/columns-without-names.js';
import { canary } from '../builders/authored-files.js';
import { startApi, type TestApi } from '../builders/api.js';
import { Crawler, everythingNameable, type Crawled } from '../builders/crawl.js';
import { operationsOf, type OpenApi } from '../builders/openapi-operations.js';
import { crawlPeople, type CrawlPerson } from '../builders/crawl-people.js';
import { WordFinder, wordKey } from '../builders/find-words.js';
import { plantedEdition, type PlantedEdition } from '../builders/planted-edition.js';
import { duplicateNote, judgeWords, plantedWords, type PlantedWord } from '../builders/planted-words.js';
import { answeredObject, plantedWord, refusalOf, type Leak } from '../builders/told-words.js';

jest.setTimeout(120_000);

/*
 * Every role asks for everything. The visibility matrix (libs/identity/src/visibility) says which words may be found in
 * which answers, and by whom. A route that is new: name its object there; and if nobody gets an answer from it here, let
 * `planted-edition` make something for it to answer with, or say below why that leaves nothing unlooked at. A column of text
 * that is new: plant a word in it, or name it in `columns-without-names`.
 */
const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', 'apps', 'api', 'openapi.json'), 'utf8'),
) as OpenApi;
const objects = new Map(
  answeredObjects(document as unknown as Parameters<typeof answeredObjects>[0]).flatMap(({ route, object }) =>
    object === null ? [] : [[route, object] as const],
  ),
);
const finder = new WordFinder(plantedWords.map(({ word }) => word));

interface Crawl {
  readonly person: CrawlPerson;
  readonly answers: readonly Crawled[];
}

let api: TestApi;
let owner: DataSource;
let planted: PlantedEdition;
let crawls: Crawl[];
/** Columns in which no word stood when the crawl began. */
let bare: ReadonlySet<string>;

beforeAll(async () => {
  api = await startApi();
  planted = await plantedEdition(api);
  owner = await createDataSource(api.database.ownerUrl).initialize();
  bare = new Set(await columnsWithoutWords(owner, finder));
  const people = await crawlPeople(api, planted);
  // A judge comes to the calibration entry by the own link; to the others it is one more entry of the same team.
  const nameable = await everythingNameable(owner, [planted.sample]);
  const begun = people.map((person) => ({
    person,
    crawler: new Crawler(document, nameable, finder, person.asker, !person.isThorough),
    answers: [] as Crawled[],
  }));
  // Nobody acts before everybody has looked.
  for (const { crawler, person, answers } of begun) {
    answers.push(...(await crawler.reads()));
    if (person.isThorough) answers.push(...(await crawler.furtherReads(answers)));
  }
  for (const { crawler, answers } of begun) answers.push(...(await crawler.writes()));
  crawls = begun;
}, 900_000);
afterAll(async () => {
  await owner?.destroy();
  await api?.close();
});

const of = (...names: string[]) =>
  crawls.filter(({ person }) => names.includes(person.name)).flatMap(({ answers }) => answers);
const answered = (crawled: readonly Crawled[]) =>
  new Set(crawled.filter(({ status }) => status < 300).map(({ operation }) => operation));
const everything = () => crawls.flatMap(({ answers }) => answers);

/** Routes whose answers nobody got here, and why that leaves nothing unlooked at. */
const unanswered: Readonly<Record<string, string>> = {
  'GET /api/v1/public/award-lists/{publicId}': 'What is published is public, names and all; nothing is before the end.',
  'GET /api/v1/stages/{stageId}/analysis/heat-map': 'There is none before a tally; the office alone may ask.',
  'GET /api/v1/stages/{stageId}/ranking': 'As above.',
};

/** What objects may carry and nobody was told here, and why: an object, or a field of one. */
const unseen: Readonly<Record<string, string>> = {
  'FileRemovedDto: team-files': 'The entry may have been withdrawn before.',
  'EntryRevisedDto: team-files': 'What is sent is no whole entry.',
  'FiledFileDto: team-files': 'What is sent is no file that the form takes.',
  'OwnEligibilityDto: note-to-team': 'The correction was made: what was asked for stands in the letter.',
  'GET /api/v1/entries/{publicId}/receipt.pdf': 'Its text is glyphs of an embedded font, in which no word is found.',
  'GET /files/drawn/{token}': 'A scan is a picture, in which no word is found.',
  VersionComparisonDto: 'Two versions that differ are not asked for.',
  InvitationPreviewDto: 'Asked with a key that nobody guesses.',
  IssuedInvitationDto: 'Asked with a language that is the sample of none.',
  JudgeInvitationPreviewDto: 'Asked with a key that nobody guesses.',
  DuplicatePageDto: 'Pairs are searched for by the worker, of which there is none here.',
  'GET /api/v1/editions/{slug}/duplicates/csv': 'As above.',
  'DueDiligenceDto: office-name': 'The case is not decided.',
  PastImportsDto: 'The import is not applied.',
  ImportPreviewDto: 'The list fits no column that is needed.',
  'NoticePageDto: judge-name': 'Judges are invited after they have looked.',
  'StageCalibrationDto: judge-name': 'From no judge that is named is the calibration entry kept.',
  'AssignedEntriesDto: judge-facts':
    'A keyword is told where it stands in an entry, as that of the sample does in none.',
  'WallDto: office-name': 'Nobody was reminded of anything before the office had looked.',
  CandidatePageDto: 'No word of a team is that of a judge, so that nothing speaks for a conflict.',
  MergeConsequencesDto: 'Asked with an organisation that there is not.',
  OrganisationNamingsDto: 'Asked with a name that nobody wrote.',
  'JudgeRosterDto: judge-facts': 'Whose place is to change has no employer.',
  ...{ HeatMapDto: 'There is none before a tally.', PublicAwardListDto: 'Nothing is released here.' },
};

describe('the crawl', () => {
  it('gets an answer from every GET route of the OpenAPI document, as one person or another', () => {
    const reached = answered(everything());
    const routes = operationsOf(document).filter(({ method }) => method === 'GET');
    const missed = routes.map(({ path }) => `GET ${path}`).filter((operation) => !reached.has(operation));
    expect(new Set(missed)).toEqual(new Set(Object.keys(unanswered)));
    const guarded = Object.keys(unanswered).filter((operation) => operation.includes('/stages/'));
    const asJudge = of('judge').filter(({ operation }) => guarded.includes(operation));
    expect(new Set(asJudge.map(({ status }) => status))).toEqual(new Set([403]));
  });

  it('asks every route as every role and as nobody, and is refused in every way', () => {
    const routes = operationsOf(document).map(({ method, path }) => `${method} ${path}`);
    for (const { person, answers } of crawls) {
      const asked = new Set(answers.map(({ operation }) => operation));
      // A link to a page is made by an answer; without one there is a token that is none.
      expect([person.name, routes.filter((route) => !asked.has(route) && !route.startsWith('HEAD '))]).toEqual([
        person.name,
        [],
      ]);
    }
    const viewers = new Set<string>(crawls.map(({ person }) => person.viewer));
    const held = new Set<string>(['judge', 'panel-chair', 'team-lead', 'team-member', ...viewers]);
    expect(roles.filter((role) => !held.has(role))).toEqual([]);
    const statuses = new Set(everything().map(({ status }) => status));
    expect([...statuses]).toEqual(expect.arrayContaining([200, 204, 400, 401, 403, 404, 409, 410, 412]));
    expect(
      everything()
        .filter(({ status }) => status >= 500)
        .map(({ operation }) => operation),
    ).toEqual([]);
    console.info(
      `${routes.length} routes × ${crawls.length} people: ${everything().length} requests, ` +
        `${plantedWords.length} words and those of files`,
    );
  });

  it('plays the film of an entry to the judge of an open stage alone', () => {
    const route = 'GET /files/assigned/{token}/video';
    const seers = crawls.filter(({ answers }) => answered(answers).has(route)).map(({ person }) => person.name);
    expect(seers).toEqual(['openJudge']);
  });

  it('tells the office’s scores of a calibration entry to no judge but those who have scored it', () => {
    const desks = of('judge', 'chair').filter(({ operation }) => operation === 'GET /api/v1/calibrations/{publicId}');
    const shown = desks.filter(({ status }) => status === 200);
    expect(shown.map(({ found }) => found.has(judgeWords.judgeReference))).toEqual([true, false]);
  });

  it('reads with judges what they judge, page by page', () => {
    for (const name of ['judge', 'chair', 'openJudge']) {
      expect(answered(of(name))).toContain('GET /api/v1/assignments/{publicId}/entry');
      expect(answered(of(name))).toContain('GET /files/assigned/{token}/pages/{number}');
    }
  });
});

describe('the words', () => {
  it('stand in every column in which a team or a judge could be named', () => {
    expect(bare).toEqual(new Set(columnsWithoutNames));
  });

  it('are found, each of them, where somebody may look', () => {
    const found = new Set(everything().flatMap((one) => [...one.found]));
    const isShown = ({ word, fields }: PlantedWord) => fields.length > 0 && word !== duplicateNote;
    const planned = plantedWords.filter(isShown).map(({ word }) => word);
    const ofFiles = ['pdfauthor', 'docxcreator', 'pptxcreator', 'pngtext'].map(canary);
    const missed = [...planned, ...ofFiles].filter((word) => ![...found].some((one) => wordKey(word).includes(one)));
    expect(missed).toEqual([]);
  });
});

describe('by any route, in any head, body, refusal, file or stream', () => {
  it('nobody is told a word that the visibility matrix forbids', () => {
    const leaks = new Map<string, Leak>();
    for (const { person, answers } of crawls) {
      for (const crawled of answers) {
        const object = answeredObject(crawled, objects);
        for (const word of crawled.found) {
          const why = refusalOf(person, plantedWord(word), object);
          const where = `${crawled.operation} (${crawled.status})`;
          if (why !== null) leaks.set(`${person.name} ${where} ${why}`, { person: person.name, where, word, why });
        }
      }
    }
    expect([...leaks.values()]).toEqual([]);
  });

  it('somebody is told every field that an object is said to carry, so that the crawl is known to see', () => {
    const seen = new Set<string>();
    for (const { answers } of crawls) {
      for (const crawled of answers) {
        const object = answeredObject(crawled, objects);
        for (const word of crawled.found) plantedWord(word).fields.forEach((field) => seen.add(`${object}: ${field}`));
      }
    }
    const planted = new Set<IdentityField>(plantedWords.flatMap(({ fields }) => fields));
    const said = Object.entries(answerFields).flatMap(([object, fields]) =>
      fields.filter((field) => planted.has(field)).map((field) => `${object}: ${field}`),
    );
    const isUnseen = (one: string) => one in unseen || (one.split(': ')[0] ?? '') in unseen;
    expect(said.filter((one) => !seen.has(one) && !isUnseen(one))).toEqual([]);
  });

  it('everybody is told what the matrix shows them', () => {
    const missed = crawls.flatMap(({ person, answers }) => {
      const found = new Set(answers.flatMap((one) => [...one.found]).flatMap((word) => plantedWord(word).fields));
      const fields = (Object.keys(visibilityMatrix) as IdentityField[]).filter((field) =>
        plantedWords.some((one) => one.fields.includes(field)),
      );
      return fields
        .filter((field) => maySee(field, person.viewer, person.moment) && !found.has(field))
        .map((field) => `${person.name}: ${field}`);
    });
    expect(missed.filter((one) => !(one in notShown))).toEqual([]);
  });
});

describe('by mail and by notices', () => {
  it('nobody is written a word that the letter is not said to carry, or that is not for its reader', async () => {
    const letters = await owner.query<
      { reader: string | null; address: string | null; template: string; text: string }[]
    >(
      `select user_id::text as reader, address, template, concat(texts, ' ', parameters, ' ', link) as text
       from outbox_messages`,
    );
    const written = letters.map(({ template }) => template);
    expect(written).toEqual(expect.arrayContaining(['judge-contact-changed', 'judge-invitation', 'team-invitation']));
    const leaks: string[] = [];
    for (const { reader, template, text } of letters) {
      const to = crawls.find(({ person }) => reader !== null && person.asker.userId === reader)?.person;
      for (const word of await finder.in(Buffer.from(text))) {
        const { fields, owner: own } = plantedWord(word);
        const isCarried = fields.some((field) => letterFields[template]?.includes(field));
        const isForReader =
          to === undefined || own === to.name || fields.some((one) => maySee(one, to.viewer, to.moment));
        if (!isCarried || !isForReader) leaks.push(`${template} to ${to?.name ?? 'an address'}: ${word}`);
      }
    }
    expect(leaks).toEqual([]);
  });
});

describe('a page of a file', () => {
  const hasExiftool = (() => {
    try {
      execFileSync('exiftool', ['-ver'], { stdio: 'ignore' });
      return true;
    } catch {
      console.warn('Left out: what exiftool finds in pages. There is no exiftool on this machine.');
      return false;
    }
  })();

  (hasExiftool ? it : it.skip)('holds no word that exiftool finds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leitai-pages-'));
    const pages = of('judge').filter(({ operation, status }) => operation.startsWith('GET /files/') && status === 200);
    pages.forEach(({ bytes }, at) => writeFileSync(join(folder, `${at}.webp`), bytes));
    const output = execFileSync('exiftool', ['-a', '-G1', '-u', '-ee', folder]);
    rmSync(folder, { recursive: true });
    expect(output.toString()).toContain('image/webp');
    expect([...(await finder.in(output))]).toEqual([]);
  });
});
