import './matter-settings.ts';
import type { ClientNode, Endpoint } from '@matter/main';
import { DoorLock } from '@matter/main/clusters/door-lock';
import { Invoke } from '@matter/main/protocol';
import type { ClientInvoke, DecodedInvokeResult } from '@matter/main/protocol';
import { Status, StatusResponseError } from '@matter/main/types';

/** The door lock commands that Portal uses, each sent at once and alone to one lock. */
export interface LockCommands {
  setUser(fields: DoorLock.SetUserRequest): Promise<void>;
  getUser(fields: DoorLock.GetUserRequest): Promise<DoorLock.GetUserResponse>;
  clearUser(fields: DoorLock.ClearUserRequest): Promise<void>;
  setCredential(fields: DoorLock.SetCredentialRequest): Promise<DoorLock.SetCredentialResponse>;
  getCredentialStatus(fields: DoorLock.GetCredentialStatusRequest): Promise<DoorLock.GetCredentialStatusResponse>;
  clearCredential(fields: DoorLock.ClearCredentialRequest): Promise<void>;
  setYearDaySchedule(fields: DoorLock.SetYearDayScheduleRequest): Promise<void>;
  getYearDaySchedule(fields: DoorLock.GetYearDayScheduleRequest): Promise<DoorLock.GetYearDayScheduleResponse>;
  setWeekDaySchedule(fields: DoorLock.SetWeekDayScheduleRequest): Promise<void>;
  getWeekDaySchedule(fields: DoorLock.GetWeekDayScheduleRequest): Promise<DoorLock.GetWeekDayScheduleResponse>;
  clearWeekDaySchedule(fields: DoorLock.ClearWeekDayScheduleRequest): Promise<void>;
}

interface Interaction {
  invoke(request: ClientInvoke, session: { readonly abort: AbortSignal }): DecodedInvokeResult;
}

/**
 * Reject with StatusResponseError when the lock refuses, with matter.js' own errors when it does not answer.
 *
 * @param signal When it aborts, commands that are not yet sent never will be: matter.js would otherwise keep a command
 *   for a lock that is away, and carry it out when the lock is back, long after the caller's deadline.
 */
export function lockCommands(node: ClientNode, endpoint: Endpoint, signal: AbortSignal): LockCommands {
  const command =
    (name: string) =>
    async (fields: object): Promise<never> =>
      (await invoke(node, { endpoint, cluster: DoorLock, command: name, fields }, signal)) as never;
  return {
    setUser: command('setUser'),
    getUser: command('getUser'),
    clearUser: command('clearUser'),
    setCredential: command('setCredential'),
    getCredentialStatus: command('getCredentialStatus'),
    clearCredential: command('clearCredential'),
    setYearDaySchedule: command('setYearDaySchedule'),
    getYearDaySchedule: command('getYearDaySchedule'),
    setWeekDaySchedule: command('setWeekDaySchedule'),
    getWeekDaySchedule: command('getWeekDaySchedule'),
    clearWeekDaySchedule: command('clearWeekDaySchedule'),
  };
}

/** One command, sent at once and alone. @returns what was answered. See lockCommands. */
export async function invoke(
  node: ClientNode,
  command: {
    readonly endpoint: Endpoint;
    readonly cluster: object;
    readonly command: string;
    readonly fields: object;
  },
  signal: AbortSignal,
): Promise<unknown> {
  signal.throwIfAborted();
  const request = Invoke({
    commands: [Invoke.ConcreteCommandRequest<never>(command as never)],
  });
  // Several commands in one message would be answered together: one lock that hangs would hold up all the others.
  request.batchDuration = false;
  const chunks = (node.interaction as unknown as Interaction).invoke(request, { abort: signal });
  for await (const chunk of chunks) {
    for (const entry of chunk) {
      if (entry.kind === 'cmd-response') return entry.data;
      if (entry.status !== Status.Success) {
        throw StatusResponseError.create(entry.status, undefined, entry.clusterStatus);
      }
      return undefined;
    }
  }
  throw StatusResponseError.create(Status.NoCommandResponse);
}
