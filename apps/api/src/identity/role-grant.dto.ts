import { IsBoolean, IsIn, IsString, Length } from 'class-validator';
import { editionRoles, type EditionRole } from '#identity';

export class GrantRoleDto {
  /** The account's address. */
  @IsString()
  @Length(3, 254)
  email: string;

  @IsIn(editionRoles)
  role: EditionRole;

  /** Slug of the edition. */
  @IsString()
  @Length(1, 100)
  edition: string;

  /** Whether the person may be the second of a two-person act. */
  @IsBoolean()
  mayApprove: boolean;
}

export class RoleGrantDto {
  /** uuid */
  id: string;
}
