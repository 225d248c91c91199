import type { EncoderProtocol } from './encoder-chip.ts';

/** What the operating system says about a port. Lower-case hexadecimal, without 0x. */
export interface SerialPortDescription {
  readonly path: string;
  readonly vid: string | null;
  readonly pid: string | null;
  readonly serial: string | null;
  readonly maker: string | null;
}

/** What staff picked once, on this computer. */
export interface RememberedEncoder {
  /** As the desk calls it: "Desk 1". */
  readonly name: string;
  readonly protocol: EncoderProtocol;
  /** null for a bare path (a pseudo-terminal, a socket): then the path itself is what was picked. */
  readonly usb: { readonly vid: string; readonly pid: string; readonly serial: string | null } | null;
  /** Where it was the last time. */
  readonly path: string;
}

export interface FoundEncoder {
  readonly name: string;
  readonly protocol: EncoderProtocol;
  readonly path: string;
}

export interface EncoderSearch {
  /** The ports that may be opened and written to. */
  readonly found: readonly FoundEncoder[];
  /** Remembered, and not plugged in. */
  readonly missing: readonly RememberedEncoder[];
  /** Something of its kind is plugged in, and it is not sure that it is the one: staff have to pick again. */
  readonly unclear: readonly RememberedEncoder[];
  /** Ports that staff may pick from. Nothing is ever sent there before: one of them may be a payment terminal. */
  readonly unknown: readonly SerialPortDescription[];
}

/** Elatec TWN4 with a serial firmware. Every other identity is only that of some bridge. */
const TWN4 = { vid: '09d8', pid: '0420' };

/**
 * Which ports are encoders. Decides by identity alone and sends nothing.
 * @param ports null when they cannot be listed: then only what was picked by its path is found.
 */
export function findEncoders(
  ports: readonly SerialPortDescription[] | null,
  remembered: readonly RememberedEncoder[],
): EncoderSearch {
  const matches = remembered.map((encoder) => ({ encoder, ...lookFor(encoder, ports) }));
  const known = new Set(matches.flatMap(({ path }) => path ?? []));
  const strangers = (ports ?? []).filter(({ path }) => !known.has(path));
  const twn4s = strangers.filter(isTwn4);
  return {
    found: [
      ...matches.flatMap(({ encoder: { name, protocol }, path }) => (path === null ? [] : [{ name, protocol, path }])),
      ...twn4s.map(({ path }) => ({ name: 'TWN4', protocol: 'twn4-simple' as const, path })),
    ],
    missing: matches.flatMap(({ encoder, path, isUnclear }) => (path === null && !isUnclear ? [encoder] : [])),
    unclear: matches.flatMap(({ encoder, isUnclear }) => (isUnclear ? [encoder] : [])),
    unknown: strangers.filter((port) => !twn4s.includes(port)),
  };
}

interface Match {
  readonly path: string | null;
  readonly isUnclear: boolean;
}

function lookFor({ usb, path }: RememberedEncoder, ports: readonly SerialPortDescription[] | null): Match {
  if (usb === null) return { path, isUnclear: false };
  const same = (ports ?? []).filter(
    (port) => port.vid === usb.vid && port.pid === usb.pid && port.serial === usb.serial,
  );
  const [only] = same;
  if (only === undefined) return { path: null, isUnclear: false };
  // Cheap bridges have no serial number, and a payment terminal may have the same one inside: then it has to be the only
  // one of its kind, at the place where it was picked.
  const isSure = same.length === 1 && (usb.serial !== null || isTwn4(only) || only.path === path);
  return isSure ? { path: only.path, isUnclear: false } : { path: null, isUnclear: true };
}

function isTwn4({ vid, pid }: SerialPortDescription): boolean {
  return vid === TWN4.vid && pid === TWN4.pid;
}
