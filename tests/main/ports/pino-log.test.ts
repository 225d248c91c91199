import { AppError } from '#domain/failure';
import { createLog } from '#main/ports/pino-log';
import { describe, expect, test } from 'vitest';

function logged(level: 'debug' | 'info' = 'info') {
  const lines: string[] = [];
  const log = createLog({ level, destination: { write: (line) => lines.push(line) } });
  return { log, lines, only: (): unknown => JSON.parse(lines.join('')) };
}

describe('the technical log', () => {
  test('writes one line of JSON with the level, the facts and the message', () => {
    const { log, only } = logged();

    log.warn({ jobId: 'job-1', doorId: 'door-101' }, 'lock unreachable');

    expect(only()).toMatchObject({ level: 'warn', jobId: 'job-1', doorId: 'door-101', msg: 'lock unreachable' });
  });

  test.each(['code', 'pin', 'token', 'accessToken', 'clientToken', 'email', 'phone', 'firstName', 'lastName'])(
    'never holds a %s, however deep it is hidden',
    (name) => {
      const { log, lines } = logged();

      log.error({ [name]: '739164', key: { [name]: '739164', doors: [{ [name]: '739164' }] } }, 'not written');

      expect(lines.join('')).toContain('[removed]');
      expect(lines.join('')).not.toContain('739164');
    },
  );

  test('removes the names that a PMS writes with a capital', () => {
    const { log, lines } = logged();

    log.info({ request: { AccessToken: 'C66EF7B239D24632943D', ClientToken: 'E0D439EE522F44368DC7' } }, 'asked');

    expect(lines.join('')).not.toMatch(/C66EF7|E0D439/);
  });

  test('cuts what is nested deeper than it looks', () => {
    const { log, lines } = logged();

    log.info({ reply: { a: { b: { c: { firstName: 'Ada' } } } } }, 'answered');

    expect(lines.join('')).not.toContain('Ada');
  });

  test('says what went wrong, where, and why', () => {
    const { log, only } = logged();
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

    log.error({ err: new AppError('pms-unreachable', 'asking Mews for reservations', { cause }) }, 'poll failed');

    expect(only()).toMatchObject({
      err: {
        type: 'AppError',
        failure: 'pms-unreachable',
        message: 'pms-unreachable: asking Mews for reservations',
        stack: expect.stringContaining('pino-log.test') as string,
        cause: { failure: 'ECONNREFUSED', message: 'connect ECONNREFUSED' },
      },
    });
  });

  test('leaves out what is below its level', () => {
    const { log, lines } = logged('info');

    log.debug({}, 'polling');

    expect(lines).toEqual([]);
  });
});
