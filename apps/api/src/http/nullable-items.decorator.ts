import { ApiProperty } from '@nestjs/swagger';

/** A list some of whose items may be null: the compiler's plugin reads lists of one plain type only. */
export const NullableItems = (type: 'string' | 'number', isNullable = false) =>
  ApiProperty({ type: 'array', items: { type: [type, 'null'] }, ...(isNullable ? { nullable: true } : {}) });
