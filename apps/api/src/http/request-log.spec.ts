import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { errorFacts } from './request-log.js';

describe('errorFacts', () => {
  it('tells what failed and where, but no value that was sent or stored', () => {
    const refusal = Object.assign(new Error('duplicate key value violates unique constraint "users_email_key"'), {
      code: '23505',
      constraint: 'users_email_key',
      detail: 'Key (email)=(canary@example.test) already exists.',
    });
    const error = new QueryFailedError('insert into users (email) values ($1)', ['canary@example.test'], refusal);
    const facts = errorFacts(error);
    expect(facts).toMatchObject({
      type: 'QueryFailedError',
      code: '23505',
      constraint: 'users_email_key',
      query: 'insert into users (email) values ($1)',
    });
    expect(facts.stack).toContain('QueryFailedError');
    expect(JSON.stringify(facts)).not.toContain('canary');
  });

  it('takes what is no error for its text', () => {
    expect(errorFacts('gone')).toEqual({ type: 'string', message: 'gone', stack: undefined });
  });
});
