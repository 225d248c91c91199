import type { SerialPortDescription } from '#hardware/find-encoder';
import { Pn532Simulator } from '#main/simulation/encoder/pn532-simulator';
import { memoryLink, type MemoryLink } from './encoder-memory-link.ts';

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
