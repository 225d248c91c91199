import type { ByteLink } from './byte-link.ts';
import type { EncoderChip, EncoderProtocol } from './encoder-chip.ts';
import type { EncoderTimer } from './encoder-timer.ts';
import { Pn532Chip } from './pn532/pn532-chip.ts';
import { Twn4Chip } from './twn4/twn4-chip.ts';

/** The driver for a protocol. Opens nothing. */
export function createChip(protocol: EncoderProtocol, link: ByteLink, timer: EncoderTimer): EncoderChip {
  switch (protocol) {
    case 'pn532-hsu':
      return new Pn532Chip(link, timer);
    case 'twn4-simple':
      return new Twn4Chip(link, timer);
  }
}
