import type { EncoderServices } from '#api/encoder';
import { AppError } from '#domain/failure';
import type { Base } from '#main/base';

/** The encoders of this computer, and the one job on them. */
export function encoderService(_base: Base): EncoderServices {
  const comes = async (): Promise<never> => {
    throw new AppError('internal', 'the encoder is being built');
  };
  return {
    view: async () => ({ encoders: [], ports: [], job: null, card: null, unfinished: [] }),
    pick: comes,
    forget: comes,
    plan: comes,
    encode: comes,
    enrol: comes,
    wipe: comes,
    finish: comes,
    giveUpWriting: comes,
    answer: comes,
    cancel: comes,
    keySets: comes,
    rotate: comes,
    retire: comes,
  };
}
