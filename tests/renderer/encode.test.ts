import { describe, expect, it } from 'vitest';
import type { EncoderJob, EncoderProblem, EncoderState, EncoderView } from '#api/encoder';
import { credentialId, keycardId } from '#domain/ids';
import { instantText, localDateTime } from '#domain/time/time';
import { encoderLines } from '../../renderer/frame/encoder-status.ts';
import { cardsToEncode, encodersToChoose, encodeWish, usualMode } from '../../renderer/screens/encode/encode-wish.ts';
import { jobSaid } from '../../renderer/screens/encode/job-said.ts';
import { stepWords } from '../../renderer/text/encoder-job.ts';
import { encoderProblems, problemSaid } from '../../renderer/text/encoder-problems.ts';
import { cardName } from '../../renderer/text/keycards.ts';

const [first, second] = [credentialId.parse('first'), credentialId.parse('second')];
const until = localDateTime.parse('2026-11-25T11:00');

const job: EncoderJob = {
  id: 'job-1',
  kind: 'encode',
  encoder: 'Desk 1',
  keyId: null,
  owner: 'Amara Okafor',
  card: 1,
  of: 1,
  step: 'waiting-for-card',
  progress: 0,
  problem: null,
  detail: null,
  question: null,
  cardType: null,
  wasTorn: false,
  made: [],
  startedAt: instantText.parse('2026-11-23T16:40:00.000Z'),
};
const issued = { number: '007', uidEnd: '580', outcome: 'issued' } as const;

const ready: EncoderState = {
  id: 'desk-1',
  name: 'Desk 1',
  protocol: 'pn532-hsu',
  port: 'COM4',
  state: 'ready',
  problem: null,
  firmware: '1.6',
  isAutomatic: false,
};
const calm: EncoderView = { encoders: [ready], ports: [], job: null, card: null, unfinished: [] };
const word = (view: Partial<EncoderView>) => {
  const [line] = encoderLines({ ...calm, ...view });
  return [line?.word, line?.tone, line?.detail];
};

describe('the sentences of the fault table', () => {
  it.each<[EncoderProblem, string | null, string]>([
    ['not-found', null, 'Key encoder not connected. Check the USB cable.'],
    ['in-use', null, 'The encoder is in use by another program.'],
    ['not-an-encoder', 'COM4', 'The device on COM4 is not a supported encoder.'],
    ['lost', null, 'Encoder disconnected. Reconnect it and put the same card on again.'],
    ['no-card', null, 'No card on the encoder.'],
    ['two-cards', null, 'Two cards on the encoder. Leave one.'],
    ['which-encoder', null, 'Which encoder?'],
    ['wrong-type', '20h', 'This card type cannot be used (20h).'],
    ['foreign', null, 'This card belongs to another system. Use one from the key stock.'],
    ['locked', null, 'Card locked by another system.'],
    ['write-protected', null, 'Card is write-protected. Take another.'],
    ['card-removed', null, 'Card removed too early. Put the same card back.'],
    ['card-changed', null, 'Card removed too early. Put the same card back.'],
    ['verify-mismatch', null, 'Card is faulty. Throw it away, take another.'],
    ['verify-unreadable', null, 'Leave the card on the encoder.'],
    ['timeout', null, 'Encoder does not answer. Unplug and plug it in.'],
    ['frame-error', null, 'Encoder does not answer. Unplug and plug it in.'],
    ['device-fault', 'too warm', 'Encoder fault (too warm). Wait a minute.'],
    ['cancelled', null, 'Cancelled.'],
    ['departure-past', null, 'Departure is in the past.'],
    ['keycard-lost', '007', 'Keycard 007 is marked as lost in the stock.'],
    ['room-held', '412', 'Another stay still has room 412.'],
    ['room-not-assigned', '412', 'Room 412 is not assigned to this stay.'],
    ['room-not-assigned', null, 'No room is assigned to this stay.'],
  ])('%s', (problem, named, sentence) => {
    expect(problemSaid(problem, named).says).toBe(sentence);
  });

  it('no sentence speaks of an error, and none names a code', () => {
    const all = Object.values(encoderProblems).map(({ says, todo }) => `${says(null)} ${todo ?? ''}`);

    expect(all.filter((sentence) => /error|undefined|null/i.test(sentence))).toEqual([]);
  });
});

describe('what the encoder is doing', () => {
  it('asks for the card, and says to leave it there', () => {
    expect(jobSaid(job)).toMatchObject({
      tone: 'working',
      headline: 'Put the card on the encoder',
      lines: ['Flat, in the middle. Leave it there.'],
    });
  });

  it('of a card that was not finished last time it says so while it writes it again', () => {
    const again = 'This card was not finished last time. Writing it again.';

    expect(jobSaid({ ...job, step: 'writing', wasTorn: true }).lines[0]).toBe(again);
    expect(jobSaid({ ...job, step: 'verifying', wasTorn: true }).lines[0]).toBe(again);
    expect(jobSaid({ ...job, step: 'done', wasTorn: true }).lines).not.toContain(again);
    expect(jobSaid({ ...job, step: 'writing' }).lines).not.toContain(again);
  });

  it('of several cards it asks for the next one', () => {
    expect(jobSaid({ ...job, card: 2, of: 3, made: [issued] }).headline).toBe('Put the next card on');
  });

  it('a card of another system is named first, then what to do', () => {
    expect(jobSaid({ ...job, step: 'waiting-for-other-card', problem: 'foreign' })).toMatchObject({
      tone: 'warn',
      headline: 'This card belongs to another system. Use one from the key stock.',
      lines: ['It was not touched.', 'Put another card on the encoder'],
    });
  });

  it('a card that was taken away is asked back once, not twice', () => {
    const said = jobSaid({ ...job, step: 'waiting-for-same-card', problem: 'card-removed' });

    expect(said.headline).toBe('Card removed too early. Put the same card back.');
    expect(said.lines).toEqual(['Leave it there until Portal says to take it away.']);
  });

  it('a valid key of another stay is a question with the room, the guest and the time', () => {
    const question = { ask: 'overwrite', owner: 'Jonas Weber', rooms: ['305'], until } as const;

    expect(jobSaid({ ...job, step: 'asking', problem: 'still-valid', question })).toMatchObject({
      tone: 'warn',
      mark: 'question',
      headline: 'This is a valid key of room 305 (Jonas Weber) until Wed 25 Nov 11:00. Overwrite?',
    });
  });

  it('answered with no, the question is not repeated: another card is asked for', () => {
    expect(jobSaid({ ...job, step: 'waiting-for-other-card', problem: 'still-valid' })).toMatchObject({
      tone: 'working',
      headline: 'Put another card on the encoder',
      lines: ['Take this one away first.'],
    });
  });

  it('called off, it says what that left on the card', () => {
    const unknown = { ...issued, outcome: 'unknown' } as const;
    const off = { ...job, step: 'failed', problem: 'cancelled' } as const;

    expect(jobSaid(off).lines).toEqual(['Nothing was written.']);
    expect(jobSaid({ ...off, made: [unknown] }).lines[0]).toContain('may be half written');
    expect(jobSaid({ ...off, of: 2, made: [issued] }).lines).toEqual(['1 of 2 keys made']);
  });

  it('a card of several that fails is named, and the next one takes its place', () => {
    const failed = { ...issued, uidEnd: '581', outcome: 'failed' } as const;
    const second = { ...job, card: 2, of: 3, made: [issued, failed] };
    const sentence = '1 of 3 keys made. Put the next card on.';

    expect(jobSaid({ ...second, step: 'waiting-for-other-card', problem: 'verify-mismatch' })).toMatchObject({
      tone: 'warn',
      headline: 'Card is faulty. Throw it away, take another.',
      lines: [sentence],
    });
    expect(jobSaid({ ...second, step: 'waiting-for-card', problem: 'write-protected' }).lines).toEqual([sentence]);
  });

  it('a card that a later one of the same job ended does not count as made', () => {
    const outrun = { ...issued, outcome: 'outrun' } as const;
    const said = jobSaid({ ...job, step: 'done', card: 2, of: 2, made: [outrun, issued] });

    expect(said).toMatchObject({ tone: 'warn', headline: '1 of 2 keys made' });
    expect(said.lines[0]).toContain('a newer number, which ends those before it');
  });

  it('a faulty card in whose place another one was made leaves nothing to do', () => {
    const failed = { ...issued, outcome: 'failed' } as const;

    expect(jobSaid({ ...job, step: 'done', card: 2, of: 2, made: [issued, failed, issued] })).toMatchObject({
      tone: 'ok',
      headline: '2 cards ready',
    });
  });

  it('of a single card that fails, another one is asked for', () => {
    const failed = { ...issued, outcome: 'failed' } as const;
    const faulty = { ...job, step: 'waiting-for-other-card', problem: 'verify-mismatch', made: [failed] } as const;

    expect(jobSaid(faulty).lines).toEqual(['Put another card on the encoder']);
  });

  it('nothing counts as made that was not read back', () => {
    const failed = { ...issued, outcome: 'failed' } as const;

    expect(stepWords({ ...job, step: 'done', of: 1, made: [issued] }).headline).toBe('The card is ready');
    expect(stepWords({ ...job, step: 'failed', card: 2, of: 3, made: [issued, failed] }).headline).toBe(
      '1 of 3 keys made',
    );
  });

  it('a card goes by its number and the end of its UID', () => {
    expect(cardName(issued)).toBe('Card 007 · …580');
    expect(cardName({ number: null, uidEnd: '580' })).toBe('Card …580');
  });
});

describe('which cards are written', () => {
  it('what is due comes first, and so many more follow', () => {
    const wish = { kind: 'usual', mode: null, encoderId: 'desk-1', occupiedSeen: false } as const;

    expect(encodeWish({ ...wish, due: [first, second], count: 1 })).toMatchObject({
      credentialIds: [first],
      additional: 0,
    });
    expect(encodeWish({ ...wish, due: [first], count: 3 })).toMatchObject({ credentialIds: [first], additional: 2 });
    expect(encodeWish({ ...wish, due: [], count: 1 })).toMatchObject({ credentialIds: [], additional: 1 });
  });

  it('a person who waits for a card of the stock gets the one that is laid on', () => {
    const waits = { credentialId: second, keycardId: null, kind: 'usual' } as const;
    const holds = { credentialId: first, keycardId: keycardId.parse('card-1'), kind: 'usual' } as const;

    expect(cardsToEncode({ due: [] }, [holds, waits], 'usual')).toEqual([second]);
    expect(cardsToEncode({ due: [first] }, [holds, waits], 'usual')).toEqual([first, second]);
  });

  it('a one-shot card is one more, whatever the person waits for', () => {
    const waits = { credentialId: second, keycardId: null, kind: 'usual' } as const;

    expect(cardsToEncode({ due: [first] }, [waits], 'one-shot')).toEqual([]);
  });

  it('a second card leaves the first one alone, and a lost one is ended', () => {
    const others = [{ number: '007', uidEnd: '580' }];

    expect(usualMode({ others: [] }, false)).toBe('new');
    expect(usualMode({ others }, false)).toBe('additional');
    expect(usualMode({ others }, true)).toBe('new');
  });

  it('an encoder that is unplugged is not offered while another is ready', () => {
    const absent: EncoderState = { ...ready, id: 'desk-2', state: 'absent', problem: 'not-found' };

    expect(encodersToChoose({ encoders: [absent, ready] })).toEqual([ready]);
    expect(encodersToChoose({ encoders: [absent] })).toEqual([absent]);
  });
});

describe('the encoder at the foot of the screen', () => {
  it('is ready, with or without a card on it', () => {
    expect(word({})).toEqual(['Ready', 'ok', 'no card']);
  });

  it('says on every screen whose card lies there, for which doors, until when, and whether the records say so too', () => {
    const stay = { keyId: null, owner: 'Amara Okafor', doors: ['204', 'Pool'], from: until, until };
    const says = { ...stay, isRunning: true, opensOnce: false };
    const laid = { encoder: 'Desk 1', uidEnd: '580', type: null, keycard: null, content: 'ours', says } as const;
    const again = { ...laid, matches: 'encode-again' } as const;

    expect(word({ card: again })).toEqual(['Ready', 'ok', 'card of Amara Okafor']);
    expect(encoderLines({ ...calm, card: again })[0]?.meaning).toBe(
      'It carries a key of Amara Okafor for 204 and Pool, until Wed 25 Nov 11:00. Must be encoded again. More under Keycards.',
    );
    expect(encoderLines({ ...calm, card: { ...laid, matches: 'yes' } })[0]?.meaning).toContain(' As in the records. ');
  });

  it.each([
    ['blank', 'empty card', 'The card is empty. More under Keycards.'],
    ['foreign', 'card of another system', 'This card belongs to another system.'],
    ['torn', 'card not finished', 'It was not finished last time'],
  ] as const)('says of a %s card what it is', (content, detail, meaning) => {
    const laid = { encoder: 'Desk 1', uidEnd: '580', type: null, keycard: null, says: null } as const;
    const card = { ...laid, content, matches: 'nothing-to-compare' } as const;

    expect(word({ card })).toEqual(['Ready', 'ok', detail]);
    expect(encoderLines({ ...calm, card })[0]?.meaning).toContain(meaning);
  });

  it('says what was not finished', () => {
    const card = { id: '0000000001', keyId: 'key-1', owner: 'Amara Okafor', room: '412', uidEnd: '580' };

    expect(word({ unfinished: [card as EncoderView['unfinished'][number]] })).toEqual([
      'Ready',
      'warn',
      '1 key not finished',
    ]);
  });

  it('tells unplugged from broken, and says what to do', () => {
    const gone: EncoderState = { ...ready, state: 'absent', problem: 'not-found' };
    const held: EncoderState = { ...ready, state: 'failed', problem: 'in-use' };

    expect(word({ encoders: [gone] })).toEqual(['Not connected', 'warn', null]);
    expect(word({ encoders: [held] })).toEqual(['Broken', 'bad', null]);
    expect(encoderLines({ ...calm, encoders: [gone] })[0]?.meaning).toContain('Check the USB cable.');
  });

  it('counts the cards while it works, and is silent where keycards are not shown', () => {
    expect(word({ job: { ...job, card: 2, of: 3, step: 'writing' } })).toEqual(['Working', 'ok', 'card 2 of 3']);
    expect(encoderLines(undefined)).toEqual([]);
  });
});
