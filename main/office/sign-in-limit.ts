import type { RefusalShape } from '#api/procedures';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Nobody types a password more often in a minute; a program that guesses one of a million does nothing else. */
const SIGN_INS_A_MINUTE = 20;

const signIns: ReadonlySet<string> = new Set([
  'sessions.signIn',
  'sessions.unlock',
  'sessions.confirmPassword',
  'sessions.setSecrets',
  'setup.createOwner',
]);

/**
 * Slows down sign-ins over HTTP, per address. Calls come one a request here (batches are off), so a request is one
 * attempt. What comes over the WebSocket is limited by the sessions service, which counts all channels.
 */
export async function limitSignIns(server: FastifyInstance): Promise<void> {
  await server.register(rateLimit, {
    max: SIGN_INS_A_MINUTE,
    timeWindow: '1 minute',
    allowList: (request) => !isSignIn(request),
    errorResponseBuilder: (_request, { statusCode }) => Object.assign(new Error('too-many-sign-ins'), { statusCode }),
  });
}

/** The answer to one attempt too many, as tRPC's clients read it. */
export function tooManySignIns() {
  const refusal: RefusalShape = { failure: 'too-many-sign-ins', family: 'transient', facts: {}, fields: {} };
  return {
    error: {
      message: refusal.failure,
      code: -32_029,
      data: { code: 'TOO_MANY_REQUESTS', httpStatus: 429, ...refusal },
    },
  };
}

function isSignIn(request: FastifyRequest): boolean {
  const { path } = request.params as { readonly path?: string };
  return path !== undefined && signIns.has(path);
}
