import { cardPortContract } from '#tests/contracts/card-port';
import { encoderContract } from '#tests/contracts/encoder';
import { encoderFaultsContract } from '#tests/contracts/encoder-faults';
import { twn4Bench } from '#tests/support/encoder-twn4-bench';

cardPortContract('a TWN4', () => twn4Bench());
encoderContract('a TWN4', () => twn4Bench());
encoderFaultsContract('a TWN4', () => twn4Bench());
encoderContract('a TWN4 in binary mode with CRC', () => twn4Bench({ mode: 'binary', hasCrc: true }));
