import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ContactChangeService } from '#judging';
import { RequirePermission } from '../http/access.decorator.js';
import { Act, type ActHeaders } from '../http/act.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { ContactChangeDto } from './judge-roster.dto.js';

/** The address of a judge: changed by one person's proposal and another's approval. */
@ApiTags('judging')
@Controller('editions/:slug/judges/:id/contact-change')
export class JudgeContactController {
  constructor(private readonly contacts: ContactChangeService) {}

  /** Proposes another address; the judge signs in as before. 409 `contact-change-proposed`, `account-beyond-office`. */
  @Post()
  @HttpCode(204)
  @RequirePermission('judge-contact.propose')
  async proposeContactChange(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: ContactChangeDto,
    @Act() { userId, key }: ActHeaders,
  ): Promise<void> {
    const route = `POST /editions/${slug}/judges/${id}/contact-change`;
    await this.contacts.propose({ userId, route, key, body }, slug, id, body.email);
  }

  /**
   * The second person's half: the judge signs in with the new address, the old one is told, and what was sent there ends.
   * 409 `same-person`, 412 where another address is proposed by now.
   */
  @Post('approval')
  @HttpCode(204)
  @RequirePermission('judge-contact.approve')
  async approveContactChange(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: ContactChangeDto,
    @Act() { userId, key }: ActHeaders,
  ): Promise<void> {
    const route = `POST /editions/${slug}/judges/${id}/contact-change/approval`;
    await this.contacts.approve({ userId, route, key, body }, slug, id, body.email);
  }

  /** Takes back what awaits approval. */
  @Delete()
  @HttpCode(204)
  @RequirePermission('judge-contact.propose')
  async takeBackContactChange(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Act() { userId, key }: ActHeaders,
  ): Promise<void> {
    const route = `DELETE /editions/${slug}/judges/${id}/contact-change`;
    await this.contacts.takeBack({ userId, route, key, body: null }, slug, id);
  }
}
