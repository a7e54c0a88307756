import { Injectable } from '@nestjs/common';
import { RoleService, SessionPolicy, SessionService, type SignedIn } from '#identity';
import { SessionDto } from './session.dto.js';

/** The session as its owner's page shows it. */
@Injectable()
export class SessionView {
  constructor(
    private readonly sessions: SessionService,
    private readonly roles: RoleService,
    private readonly policy: SessionPolicy,
  ) {}

  async of(person: SignedIn | null): Promise<SessionDto> {
    const held = person === null ? [] : await this.roles.rolesOf(person.userId);
    return SessionDto.from(person, held, { demo: this.policy.demo, serverTime: await this.sessions.serverTime() });
  }

  async ofToken(token: string): Promise<SessionDto> {
    return this.of(await this.sessions.resolve(token));
  }
}
