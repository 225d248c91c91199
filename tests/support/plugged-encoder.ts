import type { SerialPortDescription } from '#hardware/find-encoder';
import type { SecretVault } from '#main/ports/secret-vault';
import { Pn532Simulator } from '#main/simulation/encoder/pn532-simulator';
import { memoryLink, type MemoryLink } from './encoder-memory-link.ts';

/** The vault of a computer, without the computer. */
export function memoryVault(): SecretVault {
  const secrets = new Map<string, string>();
  return {
    get: async (name) => secrets.get(name) ?? null,
    put: async (name, secret) => void secrets.set(name, secret),
    remove: async (name) => void secrets.delete(name),
  };
}

export interface PluggedEncoder {
  readonly port: SerialPortDescription;
  readonly link: MemoryLink;
  readonly simulator: Pn532Simulator;
  /** Before bytes from the host reach the encoder. */
  readonly onBytes: (act: () => void) => void;
}

/** An encoder on a bridge with this serial number. */
export function encoderOn(path: string, serial: string): PluggedEncoder {
  const acts = new Set<() => void>();
  const link: MemoryLink = memoryLink((bytes) => {
    for (const act of acts) act();
    simulator.receive(bytes);
  });
  const simulator = new Pn532Simulator((bytes) => link.deliver(bytes));
  return {
    onBytes: (act) => acts.add(act),
    port: { path, vid: '0403', pid: '6001', serial, maker: 'FTDI' },
    link,
    simulator,
  };
}
