import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, fieldProblem } from '#domain';
import {
  IdempotencyService,
  type IdempotentRequest,
  type NewOrganisationName,
  type OrganisationFacts,
  type OrganisationMerge,
  OrganisationMergeService,
  OrganisationRegisterService,
} from '#identity';
import { countryOrRegion } from '../country-or-region.js';
import { relinkOrganisations } from './relink-organisations.js';

export interface GivenOrganisation extends OrganisationFacts {
  /** Whether another organisation may have the same name. */
  readonly isShared: boolean;
}

/** The office's acts on the register: once each, and with every entry and team that names the organisation. */
@Injectable()
export class OrganisationOfficeService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly register: OrganisationRegisterService,
    private readonly merges: OrganisationMergeService,
  ) {}

  /** @returns its id @throws DomainError as `OrganisationRegisterService.register` */
  async create(request: IdempotentRequest, given: GivenOrganisation): Promise<string> {
    assertCountry(given);
    return this.act(request, (manager) => this.register.register(manager, given, given.isShared, request.userId));
  }

  /** @param seen its version @throws DomainError as `OrganisationRegisterService.change` */
  async change(request: IdempotentRequest, id: string, given: GivenOrganisation, seen: number): Promise<void> {
    assertCountry(given);
    const by = { seen, actor: request.userId };
    await this.act(request, async (manager) => {
      await this.register.change(manager, id, given, by);
      return id;
    });
  }

  /** @throws DomainError as `OrganisationRegisterService.addName` */
  async addName(request: IdempotentRequest, id: string, name: NewOrganisationName): Promise<void> {
    await this.act(request, async (manager) => {
      await this.register.addName(manager, id, name, request.userId);
      return id;
    });
  }

  /** @throws DomainError `not-found` */
  async removeName(request: IdempotentRequest, id: string, nameId: string): Promise<void> {
    await this.act(request, async (manager) => {
      await this.register.removeName(manager, id, nameId, request.userId);
      return id;
    });
  }

  /** @throws DomainError as `OrganisationMergeService.merge` */
  async merge(request: IdempotentRequest, merge: OrganisationMerge): Promise<void> {
    await this.act(request, async (manager) => {
      await this.merges.merge(manager, merge, request.userId);
      return merge.id;
    });
  }

  /** @throws DomainError as `OrganisationMergeService.separate` */
  async separate(request: IdempotentRequest, id: string): Promise<void> {
    await this.act(request, async (manager) => {
      await this.merges.separate(manager, id, request.userId);
      return id;
    });
  }

  /** @returns the id of the organisation that the act was about */
  private async act(request: IdempotentRequest, act: (manager: EntityManager) => Promise<string>): Promise<string> {
    const { resultId } = await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const id = await act(manager);
        await relinkOrganisations(manager);
        return { status: 200, resultId: id };
      }),
    );
    return resultId ?? '';
  }
}

function assertCountry({ countryCode }: OrganisationFacts): void {
  if (countryCode === null || countryOrRegion(countryCode)) return;
  throw new DomainError('request-invalid', { problems: [fieldProblem('countryCode', 'field-invalid')] });
}
