import type { PickEncoderInput } from '#api/encoder-inputs';
import type { PickedEncoder } from '#domain/cards/picked-encoder';
import { AppError } from '#domain/failure';
import type { Actor } from '#domain/key/key';
import { appendAudit } from '#main/audit/append-audit';
import type { Base } from '#main/base';
import type { EncoderDesk } from './encoder-desk.ts';

/** Staff say that this port is an encoder: from now on, and only now, something is sent to it. */
export async function pickEncoder(
  base: Base,
  desk: EncoderDesk,
  { input, by }: { readonly input: PickEncoderInput; readonly by: Actor },
): Promise<void> {
  const { path, protocol, name } = input;
  const described = desk.described(path);
  const usb =
    described?.vid == null || described.pid === null
      ? null
      : { vid: described.vid, pid: described.pid, serial: described.serial };
  await base.store.transact(async (transaction) => {
    const known = await transaction.all('encoders');
    const others = known.filter((each) => each.path !== path);
    if ([...others, ...desk.states()].some((each) => each.name === name && portOf(each) !== path)) {
      throw new AppError('name-taken', 'naming an encoder');
    }
    // Picked anew: the same port is not two encoders.
    for (const { id } of known.filter((each) => each.path === path)) await transaction.remove('encoders', id);
    await transaction.put('encoders', { id: base.random.id(), name, protocol, usb, path });
    const facts = { name, port: path };
    await appendAudit(transaction, { at: base.clock.now(), by, what: 'encoder-picked', facts });
  });
}

export async function forgetEncoder(base: Base, id: string, by: Actor): Promise<void> {
  await base.store.transact(async (transaction) => {
    const known = await transaction.get('encoders', id);
    if (known === null) throw new AppError('not-found', 'forgetting an encoder');
    await transaction.remove('encoders', id);
    const facts = { name: known.name, port: known.path };
    await appendAudit(transaction, { at: base.clock.now(), by, what: 'encoder-forgotten', facts });
  });
}

function portOf(each: Pick<PickedEncoder, 'path'> | { readonly port: string }): string {
  return 'path' in each ? each.path : each.port;
}
