import { AppError, familyOf, type FailureCode, type FailureFamily } from '#domain/failure';
import { mayDo, type Action } from '#domain/staff/permission';
import type { Actor } from '#domain/key/key';
import type { Refusal } from '#domain/refusal';
import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { refusalsOf } from './refusal-of-issue.ts';
import type { Services } from './services.ts';
import type { StaffView } from './views.ts';

/** One call's surroundings, made by the channel that it came through. */
export interface CallContext {
  readonly services: Services;
  /** The session's token as the portal sent it; checked anew for every call, so a disabled member of staff is out at once. */
  readonly token: string | null;
  /** Which PC asks: for the audit and for limiting sign-in attempts. */
  readonly from: string;
}

/** What a refused call carries besides its message: the screen picks the sentence by `failure`. */
export interface RefusalShape {
  readonly failure: FailureCode;
  /** Whether the same call may succeed later, never, or after somebody did something. */
  readonly family: FailureFamily;
  /** What the sentence names. */
  readonly facts: Readonly<Record<string, string>>;
  /** What is wrong with a field, by its path, for forms. */
  readonly fields: Readonly<Record<string, Refusal>>;
}

const trpc = initTRPC.context<CallContext>().create({
  errorFormatter({ shape, error }) {
    const failure = failureOf(error);
    const facts = error.cause instanceof AppError ? error.cause.facts : {};
    const refusal: RefusalShape = { failure, family: familyOf(failure), facts, fields: fieldsOf(error) };
    return { ...shape, message: refusal.failure, data: { ...shape.data, ...refusal, stack: undefined } };
  },
});

export const router = trpc.router;

/** For sign-in and the first set-up: nobody is signed in yet. */
export const openProcedure = trpc.procedure;

/** Refused unless somebody is signed in, at a screen that is not locked, whose role may do this. */
export function procedureFor(action: Action) {
  return trpc.procedure.use(async ({ ctx, next }) => {
    const staff = ctx.token === null ? null : await ctx.services.sessions.whoIs(ctx.token);
    if (staff === null) throw refusal('UNAUTHORIZED', 'not-signed-in', 'calling without a session');
    if (staff.state === 'locked') throw refusal('UNAUTHORIZED', 'screen-locked', 'calling from a locked screen');
    if (staff.state === 'choose-password') {
      throw refusal('UNAUTHORIZED', 'choose-password', 'calling with a one-time code');
    }
    if (!mayDo(staff.role, action)) throw refusal('FORBIDDEN', 'not-allowed', `calling as ${staff.role}`);
    return next({ ctx: { ...ctx, staff, by: actorOf(staff, ctx.from) } });
  });
}

/** As procedureFor, and refused until the password was entered within the last minutes: the screen asks, then repeats. */
export function sensitiveProcedureFor(action: Action) {
  return procedureFor(action).use(async ({ ctx, next }) => {
    const isConfirmed = await ctx.services.sessions.isConfirmed(signedInToken(ctx));
    if (!isConfirmed) throw refusal('FORBIDDEN', 'confirm-password', 'calling without the password');
    return next();
  });
}

/** The token, where a call makes no sense without one. */
export function signedInToken({ token }: CallContext): string {
  if (token === null) throw refusal('UNAUTHORIZED', 'not-signed-in', 'calling without a session');
  return token;
}

/** For demo procedures: they do not exist where no demo hotel runs. */
export function demoOf(services: Services) {
  if (services.demo === null) throw refusal('NOT_FOUND', 'not-found', 'calling the demo hotel');
  return services.demo;
}

function actorOf(staff: StaffView, from: string): Actor {
  return { kind: 'staff', staffId: staff.id, name: staff.name, from };
}

function refusal(status: TRPCError['code'], code: FailureCode, doing: string): TRPCError {
  return new TRPCError({ code: status, message: code, cause: new AppError(code, doing) });
}

function failureOf(error: TRPCError): FailureCode {
  if (error.cause instanceof AppError) return error.cause.code;
  if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR') return 'invalid-input';
  return error.code === 'NOT_FOUND' ? 'not-found' : 'internal';
}

/** Of an input that the router refused, or of one whose form only main knows (the fields of a PMS). */
function fieldsOf({ cause }: TRPCError): RefusalShape['fields'] {
  const reason = cause instanceof AppError ? cause.cause : cause;
  return reason instanceof ZodError ? refusalsOf(reason) : {};
}
