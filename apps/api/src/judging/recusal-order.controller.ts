import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { RecusalOrderQueryService, RecusalOrderService } from '#judging';
import { CurrentPerson, RequirePermission } from '../http/access.decorator.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { PublicIdPipe } from '../http/public-id.pipe.js';
import { ConfirmOrderDto, DeclineOrderDto, OrderRecusalDto, RecusalOrdersDto } from './recusal-order.dto.js';

/** Recusals that one person orders and a second confirms (责令回避), of judges and of the office. */
@ApiTags('judging')
@Controller('editions/:slug/recusal-orders')
export class RecusalOrderController {
  constructor(
    private readonly query: RecusalOrderQueryService,
    private readonly orders: RecusalOrderService,
  ) {}

  /** Every order of the edition; none about the reader, or of an entry that concerns the reader. */
  @Get()
  @RequirePermission('recusal.order')
  async recusalOrders(@Param('slug') slug: string, @CurrentPerson() { userId }: SignedIn): Promise<RecusalOrdersDto> {
    return RecusalOrdersDto.from(await this.query.read(slug, userId));
  }

  /**
   * Orders a recusal: whom it concerns reads nothing of the entry from now on. 409 `organiser-conflicted`,
   * `recusal-order-own`, `judge-recused`, `organiser-recused`, `recusal-ordered`, `candidate-evidence-changed`.
   */
  @Post()
  @HttpCode(204)
  @RequirePermission('recusal.order')
  async orderRecusal(
    @Param('slug') slug: string,
    @Body() body: OrderRecusalDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    await this.orders.order({ userId, route: `POST /editions/${slug}/recusal-orders`, key, body }, slug, body);
  }

  /** The second person: the recusal stands for good. 409 `same-person`, `organiser-conflicted`; 400 naming `handedTo`. */
  @Post(':id/confirmation')
  @HttpCode(204)
  @RequirePermission('recusal.confirm')
  async confirmRecusal(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: ConfirmOrderDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/recusal-orders/${id}/confirmation`;
    await this.orders.confirm({ userId, route, key, body }, slug, id, body.handedTo);
  }

  /** The second person: there is no ground, and the entry is read again. 409 as of the confirmation. */
  @Post(':id/refusal')
  @HttpCode(204)
  @RequirePermission('recusal.confirm')
  async declineRecusal(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @Body() body: DeclineOrderDto,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/recusal-orders/${id}/refusal`;
    await this.orders.decline({ userId, route, key, body: body }, slug, id, body.reason);
  }

  /** Whoever ordered it takes it back. 409 `recusal-order-missing` of another's. */
  @Post(':id/return')
  @HttpCode(204)
  @RequirePermission('recusal.order')
  async takeBackRecusal(
    @Param('slug') slug: string,
    @Param('id', PublicIdPipe) id: string,
    @IdempotencyKey() key: string,
    @CurrentPerson() { userId }: SignedIn,
  ): Promise<void> {
    const route = `POST /editions/${slug}/recusal-orders/${id}/return`;
    await this.orders.takeBack({ userId, route, key, body: null }, slug, id);
  }
}
