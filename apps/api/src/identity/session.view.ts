import { Injectable } from '@nestjs/common';
import { ReadingPreferenceService, RoleService, SessionPolicy, SessionService, type SignedIn } from '#identity';
import { SessionUserDto, type SessionDto } from './session.dto.js';

/** The session as its owner's page shows it. */
@Injectable()
export class SessionView {
  constructor(
    private readonly sessions: SessionService,
    private readonly roles: RoleService,
    private readonly preferences: ReadingPreferenceService,
    private readonly policy: SessionPolicy,
  ) {}

  async of(person: SignedIn | null): Promise<SessionDto> {
    const facts = { demo: this.policy.demo, serverTime: await this.sessions.serverTime() };
    if (person === null) return { user: null, ...facts };
    const held = await this.roles.rolesOf(person.userId);
    return { user: SessionUserDto.from(person, held, await this.preferences.of(person.userId)), ...facts };
  }

  async ofToken(token: string): Promise<SessionDto> {
    return this.of(await this.sessions.resolve(token));
  }
}
