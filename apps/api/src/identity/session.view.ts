import { Injectable } from '@nestjs/common';
import { ReadingPreferenceService, RoleService, SessionPolicy, SessionService, type SignedIn } from '#identity';
import { SessionDto, SessionUserDto } from './session.dto.js';

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
    if (person === null) return SessionDto.from(null, facts);
    const held = await this.roles.rolesOf(person.userId);
    const user = SessionUserDto.from(person, held, await this.preferences.of(person.userId));
    return SessionDto.from(user, facts);
  }

  async ofToken(token: string): Promise<SessionDto> {
    return this.of(await this.sessions.resolve(token));
  }
}
