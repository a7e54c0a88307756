import { v7 as uuidv7 } from 'uuid';
import { defaultEligibilitySetting, type FormDefinition, type OwnField } from '#domain';
import type { Answer, Asker, TestApi } from './api.js';
import { asked } from './assignment-desk.js';
import { authoredDocx, authoredFilm, authoredJpeg, authoredPdf, authoredPng, authoredPptx } from './authored-files.js';
import { openEdition } from './entry-team.js';
import { checkAndRender } from './pages.js';
import { plantSample } from './planted-calibration.js';
import { plantedDraws } from './planted-draw.js';
import { needs } from './needs.js';
import { plantJudges, type PlantedJudges } from './planted-judges.js';
import { duplicateNote, judgeWords, sortKey, words } from './planted-words.js';
import { pdf } from './sample-files.js';
import { upload } from './tus.js';

const both = (text: string) => ({ zh: text, en: text });
const read = { readers: [{ role: 'judge' as const }] };
const short = (key: string, more: object = {}): OwnField => ({
  kind: 'short-text',
  key,
  label: both(key),
  maximumLength: 80,
  ...more,
});
const file = (key: string, maximumCount: number, more: object = {}): OwnField => ({
  ...{ kind: 'file', key, label: both(key), types: ['pdf', 'docx', 'pptx', 'png', 'jpeg'], maximumCount },
  ...{ maximumBytes: 10_000_000, ...read, ...more },
});

/** All that a judge may read of it is `innovation` and the files of `plan`. */
const form: FormDefinition = {
  sections: [
    {
      key: 'all',
      title: both('All'),
      fields: [
        ...(['classification', 'description', 'nominating-body', 'team'] as const).map((key) => ({
          kind: 'core' as const,
          key,
        })),
        { kind: 'long-text', key: 'innovation', label: both('What is new'), maximumLength: 800, ...read },
        short('company', { identifies: true, ...read }),
        short('credit-code', { format: 'unified-social-credit-code', identifies: true, ...read }),
        short('registration', { identifies: true, ...read }),
        { kind: 'email', key: 'email', label: both('E-mail'), ...read },
        { kind: 'phone', key: 'phone', label: both('Phone'), ...read },
        {
          ...{ kind: 'person-list', key: 'travellers', label: both('Travellers'), maximumCount: 3, ...read },
          parts: ['passportName'],
        },
        short('office-only'),
        short('other-stage', { readers: [{ role: 'judge', stages: ['preliminary'] }] }),
        {
          ...{ kind: 'table', key: 'patents', label: both('Patents'), maximumCount: 3 },
          columns: [{ key: 'owner', label: both('Owner'), kind: 'text' }],
        },
        { kind: 'video-link', key: 'video', label: both('Video') },
        file('plan', 6),
        file('film', 1, { types: ['mp4'] }),
        file('licence', 1, { identifies: true }),
      ],
    },
  ],
};

const answers = {
  ...{ trackKey: 'pillar', divisionKey: 'start-up', countryCode: 'CN', title: 'A quiet pump', language: 'en' },
  summary: 'It pumps without a sound.',
  nominatingBody: words.nominatingBody,
  members: [
    { role: 'lead', name: words.lead, organisation: words.organisationZh },
    { role: 'member', name: words.member, organisation: words.memberOrganisation },
    { role: 'adviser', name: words.adviser, organisation: words.adviserOrganisation },
  ],
  formAnswers: {
    ...{ innovation: 'A fin in place of a wheel', company: words.company, 'credit-code': words.creditCode },
    ...{ registration: words.registration, email: words.formMail, phone: `+86${words.formPhone}` },
    travellers: [{ name: words.traveller, passportName: words.passport }],
    ...{ 'office-only': words.office, 'other-stage': words.otherStage, patents: [{ owner: words.table }] },
    video: `https://example.test/${words.video}`,
  },
};

/** An edition in which one team, with a word in every field that names it, is judged in a blind stage, and in an open one. */
export interface PlantedEdition extends PlantedJudges {
  readonly editionId: string;
  readonly slug: string;
  readonly office: Asker;
  readonly executive: Asker;
  readonly lead: Asker;
  readonly member: Asker;
  /** Public id. */
  readonly entry: string;
  /** Public id of the entry with which judges of the blind stage find the measure. */
  readonly sample: string;
}

export async function plantedEdition(api: TestApi): Promise<PlantedEdition> {
  const { slug, editionId } = await openEdition(api);
  const base = `/api/v1/editions/${slug}`;
  const [office, executive] = await Promise.all([
    api.person({ role: 'organiser', editionId, mayApprove: true, displayName: judgeWords.officeName }),
    api.person({ role: 'executive-organiser', editionId, mayApprove: true, displayName: judgeWords.executiveName }),
  ]);
  await registerOrganisation(office);
  const desk = `${base}/forms/all`;
  needs(await office.put(`${desk}/draft`, { document: form }, { 'if-match': '"0"' }), 200);
  needs(await office.post(`${desk}/versions`, undefined, { 'if-match': '"1"' }), 201);
  const lead = await account(api, words.leadAccount, words.leadMail);
  const { publicId: entry } = needs(await lead.post<{ publicId: string }>(`${base}/entries`, answers), 201);
  const member = await gatherTeam(api, lead, entry);
  await fileAll(api, lead, entry);
  const extension = { entry, until: new Date(Date.now() + 86_400_000 * 30).toISOString(), reason: words.extension };
  needs(await office.post(`${base}/deadline/extensions`, extension), 201, 204);
  needs(await lead.post(`/api/v1/entries/${entry}/submissions`), 201);
  await check(office, lead, base, entry);
  const draft = { document: { title: words.draft } };
  const { publicId: second } = needs(await lead.post<{ publicId: string }>(`${base}/entries`, answers), 201);
  needs(await lead.put(`/api/v1/entries/${second}/draft`, draft, { 'if-match': '"0"' }), 200);
  await api.dataSource.query('update entries set external_key = $2 where public_id = $1', [entry, words.externalKey]);
  await api.dataSource.query('update organisations set external_key = $1', [words.organisationKey]);
  await markDuplicate(api, office, entry, second);
  await passOn(office, lead, base, entry);
  await importList(office, base);
  const stageId = await admit(office, base, entry);
  const alone = { ...answers, members: answers.members.slice(0, 1) };
  const { publicId: sample, number } = await plantSample(api, lead, { base, answers: alone });
  const judges = await plantJudges(api, { office, executive }, { editionId, slug, stageId, entry, sample: number });
  needs(await office.post(`/api/v1/stages/${stageId}/assignment-runs`, asked), 201);
  await plantedDraws(api, office, editionId);
  await inviteJudge(lead, entry, judgeWords.judgeMail);
  return { editionId, slug, office, executive, lead, member, entry, sample, ...judges };
}

/** A team that has heard who judges, and writes to that address. */
async function inviteJudge(lead: Asker, entry: string, email: string): Promise<void> {
  const base = `/api/v1/entries/${entry}/team`;
  const { members } = needs(await lead.get<{ members: { id: string; role: string }[] }>(base), 200);
  const adviser = members.find(({ role }) => role === 'adviser')?.id ?? '';
  needs(await lead.post(`${base}/${adviser}/invitation`, { locale: 'zh', email }), 201);
}

async function account(api: TestApi, displayName: string, email: string): Promise<Asker> {
  const person = await api.person({ displayName });
  await api.dataSource.query('update users set email = $2 where id = $1', [person.userId, email]);
  return person;
}

/** An office to which the team lets its entry be passed on. */
async function passOn(office: Asker, lead: Asker, base: string, entry: string): Promise<void> {
  const given = { kind: 'district', name: both('A district') };
  const { publicId } = needs(await office.post<{ publicId: string }>(`${base}/receiving-offices`, given), 201);
  const path = `/api/v1/entries/${entry}/passing`;
  const { version } = needs(await lead.get<{ version: string }>(path), 200);
  needs(await lead.put(`${path}/${publicId}`, { isAllowed: true, version }), 200, 204);
}

async function registerOrganisation(office: Asker): Promise<void> {
  const { organisationZh: nameZh, organisationEn: nameEn, organisationCode: code } = words;
  const made = await office.post<{ id: string }>('/api/v1/organisations', { nameZh, nameEn, code, countryCode: 'CN' });
  const alias = { kind: 'misspelling', language: 'en', text: words.organisationAlias };
  needs(await office.post(`/api/v1/organisations/${needs(made, 201).id}/names`, alias), 204);
}

/** Contacts, an invitation that is taken, one that waits, consents and whom they avoid. @returns who has joined */
async function gatherTeam(api: TestApi, lead: Asker, entry: string): Promise<Asker> {
  const base = `/api/v1/entries/${entry}`;
  const { members } = needs(await lead.get<{ members: { id: string }[] }>(`${base}/team`), 200);
  const [first, second, third] = members.map(({ id }) => id);
  const details = (latinName: string, phone: string, email: string) => ({ latinName, countryCode: 'CN', phone, email });
  const { leadLatin, leadPhone, leadContact, memberLatin, memberPhone, memberContact } = words;
  needs(await lead.put(`${base}/team/${first}`, details(leadLatin, leadPhone, leadContact)), 204);
  needs(await lead.put(`${base}/team/${second}`, details(memberLatin, memberPhone, memberContact)), 204);
  const member = await account(api, words.memberAccount, words.memberMail);
  const invite = (id = '', email: string) =>
    lead.post<{ code: string }>(`${base}/team/${id}/invitation`, { locale: 'zh', email });
  const { code: key } = needs(await invite(second, words.memberMail), 201);
  needs(await member.post('/api/v1/invitations/acceptances', { key }), 201);
  needs(await invite(third, words.adviserMail), 201);
  const avoidances = [
    { kind: 'person', name: words.avoidedPerson, reason: words.avoidedReason },
    { kind: 'employer', name: words.avoidedEmployer, reason: words.avoidedReason },
  ];
  needs(await lead.put(`${base}/avoidances`, { avoidances }), 204, 200);
  return member;
}

/** Files with a word wherever they can say who made them. */
async function fileAll(api: TestApi, lead: Asker, entry: string): Promise<void> {
  const plans: readonly [string, Buffer][] = [
    ['pdf', await authoredPdf()],
    ['docx', await authoredDocx()],
    ['pptx', await authoredPptx()],
    ['png', await authoredPng()],
    ['jpeg', await authoredJpeg()],
  ];
  for (const [type, bytes] of plans) {
    await upload(lead, entry, { name: `${words.fileName}.${type}`, bytes, fieldKey: 'plan' });
  }
  await upload(lead, entry, { name: `${words.fileName}.mp4`, bytes: authoredFilm(), fieldKey: 'film' });
  const licence = await pdf((document) => document.getPage(0).drawText(words.company, { x: 20, y: 50 }));
  await upload(lead, entry, { name: `${words.licenceName}.pdf`, bytes: licence, fieldKey: 'licence' });
  await checkAndRender(api);
}

/** A correction is asked for, with words of the office's own, made, and passed. */
async function check(office: Asker, lead: Asker, base: string, entry: string): Promise<void> {
  const say = (version: number, verdict: object) =>
    office.post(`${base}/eligibility/checks`, { ...verdict, entries: [{ publicId: entry, version }] });
  const asked = {
    ...{
      decision: 'ask-correction',
      met: [],
      reasons: ['team-incomplete'],
      note: { zh: words.noteZh, en: words.note },
    },
    correctUntil: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  };
  needs(await say(1, asked), 204);
  needs(await lead.put(`/api/v1/entries/${entry}`, { ...answers, summary: 'It pumps without any sound.' }), 200);
  const met = defaultEligibilitySetting.checklist.map(({ key }) => key);
  needs(await say(2, { decision: 'pass', met, reasons: [] }), 204);
}

async function importList(office: Asker, base: string): Promise<void> {
  const url = `${base}/imports?kind=entries&name=${words.importName}.csv`;
  const headers = { 'content-type': 'application/octet-stream', 'idempotency-key': uuidv7() };
  const list = Buffer.from(`外部编号,项目名称,负责人\r\n1,A pump,${words.importCell}\r\n`);
  const { publicId, columns } = needs(
    (await office.sendBytes('POST', url, headers, list)) as Answer<{ publicId: string; columns: object }>,
    201,
  );
  needs(await office.put(`${base}/imports/${publicId}/columns`, columns), 200);
}

/** As the worker and the office leave it that have compared the two entries. */
async function markDuplicate(api: TestApi, office: Asker, entry: string, other: string): Promise<void> {
  const { dataSource } = api;
  await dataSource.query(
    `insert into duplicate_keys (kind, key, edition_id, entry_id)
     select 'name', $2, edition_id, id from entries where public_id = $1`,
    [entry, sortKey],
  );
  await dataSource.query(
    `insert into duplicate_marks (id, entry_id, other_id, verdict, note, title, file, person, marked_by)
     select $1, least(a.id, b.id), greatest(a.id, b.id), 'duplicate', $2, 3, 3, 3, $3 from entries a, entries b
     where a.public_id = $4 and b.public_id = $5`,
    [uuidv7(), duplicateNote, office.userId, entry, other],
  );
}

/** Into the last stage, with what the office writes about it. @returns id of the stage */
async function admit(office: Asker, base: string, entry: string): Promise<string> {
  const { stages } = needs(await office.get<{ stages: { id: string }[] }>(`${base}/direct-entries`), 200);
  const stageId = stages.at(-1)?.id ?? '';
  const said = { reason: words.directReason, evidence: words.directEvidence };
  needs(await office.post(`${base}/direct-entries`, { entry, stageId, ...said }), 204);
  const due = `${base}/due-diligence`;
  needs(await office.post(`${due}/cases`, { stageId }), 204);
  const { cases } = needs(await office.get<{ cases: { id: string }[] }>(due), 200);
  const documents = [{ name: words.dueDocument, reference: words.dueReference }];
  const findings = { met: [], documents, note: words.dueNote, version: 1 };
  needs(await office.put(`${due}/cases/${cases[0]?.id}`, findings), 200, 204);
  return stageId;
}
