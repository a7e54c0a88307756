import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { MailService } from '#mail';
import type { EntryMember, TeamEntry } from './team-entry.js';

/** What a team is told of who joins and leaves it. */
@Injectable()
export class TeamLetters {
  constructor(private readonly mail: MailService) {}

  /** @param invitation that was accepted */
  async joined(manager: EntityManager, entry: TeamEntry, member: EntryMember, invitation: string): Promise<void> {
    if (entry.leadUserId === null) return;
    await this.mail.post(manager, [
      {
        template: 'team-member-joined',
        parameters: { ...factsOf(entry), member: member.name },
        to: { userId: entry.leadUserId },
        eventKey: `team-member-joined:${invitation}`,
        ...aboutOf(entry),
      },
    ]);
  }

  /** To who has left, or was removed by the lead, and to the lead. @param member as it stood before */
  async parted(manager: EntityManager, entry: TeamEntry, member: EntryMember, isRemoved: boolean): Promise<void> {
    if (member.userId === null) return;
    const parting = uuidv7();
    const facts = { ...factsOf(entry), isRemoved };
    await this.mail.post(manager, [
      {
        template: 'team-membership-ended',
        parameters: facts,
        to: { userId: member.userId },
        eventKey: `team-membership-ended:${parting}`,
        // The entry's own page is closed to them by now.
        ...{ ...aboutOf(entry), link: '/entries' },
      },
    ]);
    if (entry.leadUserId === null) return;
    await this.mail.post(manager, [
      {
        template: 'team-member-left',
        parameters: { ...facts, member: member.name },
        to: { userId: entry.leadUserId },
        eventKey: `team-member-left:${parting}`,
        ...aboutOf(entry),
      },
    ]);
  }
}

const factsOf = ({ edition, title, number }: TeamEntry) => ({ edition, title, number });
const aboutOf = (entry: TeamEntry) => ({
  ...{ editionId: entry.editionId, entryId: entry.id, link: `/entries/${entry.publicId}` },
});
