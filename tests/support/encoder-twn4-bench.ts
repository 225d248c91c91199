import { Twn4Chip } from '#hardware/twn4/twn4-chip';
import type { Twn4Format } from '#hardware/twn4/twn4-frame';
import { openBench } from './encoder-bench.ts';
import type { EncoderBench } from './encoder-bench.ts';
import { idleTimer } from './encoder-idle-timer.ts';
import { memoryLink } from './encoder-memory-link.ts';
import type { MemoryLink } from './encoder-memory-link.ts';
import { Twn4Simulator } from './encoder-twn4-simulator.ts';

export async function twn4Bench(format: Twn4Format = { mode: 'text', hasCrc: false }): Promise<EncoderBench> {
  const timer = idleTimer();
  const link: MemoryLink = memoryLink((bytes) => simulator.receive(bytes));
  const simulator = new Twn4Simulator((bytes) => link.deliver(bytes), format);
  return openBench({
    chip: new Twn4Chip(link, timer),
    link,
    timer,
    field: simulator.field,
    faults: simulator.faults,
    restart: () => simulator.restart(),
  });
}
