import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError, fieldProblem, isEmail } from '#domain';
import { MailService, renderMessage, type MessageTexts } from '#mail';
import { accountPurposeNames, accountPurposes, type AccountPurpose } from './consent-purposes.js';
import { assertVersion } from './consent.service.js';
import { attemptKeys, LoginThrottleService } from './login-throttle.service.js';
import { hashPassword } from './password.js';
import { SessionPolicy } from './session-policy.js';
import { newToken, tokenHash } from './token.js';
import { assertWellFormed, normalEmail } from './user.service.js';

export interface RegistrationRequest {
  readonly email: string;
  /** 1 to 120 characters, as typed. */
  readonly displayName: string;
  readonly password: string;
  readonly locale: 'zh' | 'en';
  /** What the person agrees to; those that an account needs have to be among them. */
  readonly purposes: readonly AccountPurpose[];
  /** Of the wording that was read. */
  readonly version: string;
}

/** What was written to the address. */
export interface RegistrationLetter {
  readonly texts: MessageTexts;
  /** Path from the root. */
  readonly link: string;
}

interface Door {
  /** Null where only an invitation is open. */
  readonly editionId: string | null;
  readonly edition: { readonly zh: string; readonly en: string };
}

const lifetimeHours = 72;
/** Letters to one address in a day; whoever asks more often gets the same answer and no letter. */
const lettersADay = 5;

/**
 * Asking for an account. The answer is the same whether the address is known: its owner gets a letter in either case,
 * with a link to confirm it or a hint that there is an account already.
 */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policy: SessionPolicy,
    private readonly throttle: LoginThrottleService,
    private readonly mail: MailService,
  ) {}

  /** Whether somebody may register now: an edition takes entries, or a team's invitation is open. */
  async isOpen(): Promise<boolean> {
    return (await this.door(this.dataSource.manager)) !== null;
  }

  /**
   * @param source where the request comes from, an IP address
   * @returns the letter where this is a demo, from which no mail leaves; else null
   * @throws DomainError `registration-closed`, `password-too-weak`, `request-invalid`, `too-many-attempts`
   */
  async register(request: RegistrationRequest, source: string): Promise<RegistrationLetter | null> {
    const email = normalEmail(request.email);
    const displayName = request.displayName.trim();
    assertWhole({ ...request, email, displayName });
    if (!(await this.isOpen())) throw new DomainError('registration-closed');
    const keys = attemptKeys('registration', email, source);
    await this.dataSource.transaction((manager) => this.throttle.begin(manager, keys));
    // Made before anybody is looked up: a known address takes as long as an unknown one.
    const passwordHash = await hashPassword(request.password);
    return this.dataSource.transaction(async (manager) => {
      const door = await this.door(manager);
      if (door === null) throw new DomainError('registration-closed');
      if ((await this.throttle.attemptsOfDay(manager, keys)) > lettersADay) return null;
      const letter = await this.write(manager, door, { ...request, email, displayName, passwordHash });
      return this.policy.demo ? letter : null;
    });
  }

  private async write(
    manager: EntityManager,
    { editionId, edition }: Door,
    request: RegistrationRequest & { readonly passwordHash: string },
  ): Promise<RegistrationLetter> {
    const [id, token] = [uuidv7(), newToken()];
    const { email, displayName, locale } = request;
    const [known] = await manager.query<{ id: string }[]>('select id from users where email = $1', [email]);
    if (!known) {
      await manager.query(
        `insert into registrations (id, token_hash, email, display_name, password_hash, locale, is_demo, purposes,
           notice_version, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(hours => $10))`,
        [
          ...[id, tokenHash(token), email, displayName, request.passwordHash, locale, this.policy.demo],
          ...[request.purposes, request.version, lifetimeHours],
        ],
      );
    }
    const template = known ? ('registration-known' as const) : ('registration-confirm' as const);
    const link = known ? '/sign-in' : `/confirm-registration#token=${token}`;
    const parameters = { edition, hours: lifetimeHours };
    await this.mail.post(manager, [
      {
        ...{ template, parameters, link, eventKey: `registration:${id}` },
        to: known ? { userId: known.id } : { address: email, locale },
        ...(editionId === null ? {} : { editionId }),
      },
    ]);
    await manager.query('delete from registrations where expires_at < now()');
    await this.throttle.forgetOld(manager);
    return { texts: renderMessage(template, parameters).texts, link };
  }

  /** Reads the windows of editions and the invitations of teams, which lie above: whether the door stands open is asked here. */
  private async door(manager: EntityManager): Promise<Door | null> {
    const [door] = await manager.query<Door[]>(
      `select d.id as "editionId", json_build_object('zh', d.name_zh, 'en', d.name_en) as edition
       from windows w join editions d on d.id = w.edition_id and d.is_demo = $1
       where w.kind = 'entry' and window_is_open(w, now())
       order by coalesce(w.deadline_at, w.planned_closes_at), d.id limit 1`,
      [this.policy.demo],
    );
    if (door) return door;
    const [invited] = await manager.query<Door[]>(
      `select null as "editionId", json_build_object('zh', d.name_zh, 'en', d.name_en) as edition
       from team_invitations i join entries e on e.id = i.entry_id join editions d on d.id = e.edition_id and d.is_demo = $1
       where i.revoked_at is null and i.accepted_at is null and i.expires_at > now() order by i.id desc limit 1`,
      [this.policy.demo],
    );
    return invited ?? null;
  }
}

function assertWhole(request: RegistrationRequest): void {
  assertVersion(request.version);
  const missing = accountPurposeNames.filter(
    (name) => accountPurposes[name].isRequired && !request.purposes.includes(name),
  );
  const problems = [
    ...(isEmail(request.email) ? [] : [fieldProblem('email', 'email-invalid')]),
    ...missing.map((name) => fieldProblem('purposes', 'consent-needed', { purpose: name })),
  ];
  if (problems.length > 0) throw new DomainError('request-invalid', { problems });
  assertWellFormed(request);
}
