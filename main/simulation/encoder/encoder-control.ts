import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { fromHex, toHex } from '#hardware/bytes';
import { boxedTypes, CardBox } from './card-box.ts';
import { noFaults } from './encoder-faults.ts';
import type { EncoderLine } from './encoder-line.ts';

const hex = z.string().transform((text, context) => {
  const bytes = fromHex(text);
  if (bytes !== null) return bytes;
  context.addIssue({ code: 'custom', message: 'not hexadecimal' });
  return z.NEVER;
});
const cardBody = z.object({ type: z.enum(boxedTypes), uid: hex });
const fieldBody = z.object({ cards: z.array(z.string()).max(3) });
const faultsBody = z
  .object({
    lostAcks: z.number().int().min(0),
    lostAnswers: z.number().int().min(0),
    lostWrites: z.number().int().min(0),
    wrongChecksums: z.number().int().min(0),
    hangs: z.number().int().min(0),
    isSilent: z.boolean(),
    garbage: hex,
    isByteByByte: z.boolean(),
    status: z.number().int().min(1).max(0x3f).nullable(),
    removeAfter: z.object({ writes: z.number().int().min(0), how: z.enum(['before', 'half', 'after']) }).nullable(),
    badBlock: z.union([z.number().int().min(0).max(255), z.literal('any')]).nullable(),
  })
  .partial();

/**
 * The hand on the simulated encoder, for the demo's panel and for tests: a box of cards, which of them lie on it, and what
 * goes wrong. Loopback only; unknown cards answer 404, wrong bodies 400.
 *
 *   GET /cards · POST /cards {type, uid} · GET /cards/:uid/memory · PUT /field {cards: [uid …]}
 *   PUT /faults {…} · POST /unplug · POST /plug
 */
export function encoderControl(line: EncoderLine, box = new CardBox()): FastifyInstance {
  const server = Fastify({ logger: false });
  const { field, faults } = line.simulator;
  field.onWrite = () => box.save();
  const view = () => box.all().map(({ uid, type, card }) => ({ uid, type, isOnEncoder: field.cards.includes(card) }));

  server.setErrorHandler((error, _request, reply) =>
    error instanceof z.ZodError
      ? reply.code(400).send({ refused: z.prettifyError(error) })
      : reply.code(500).send({ refused: error instanceof Error ? error.message : String(error) }),
  );
  server.get('/cards', view);
  server.post('/cards', (request) => {
    const { type, uid } = cardBody.parse(request.body);
    z.literal(type === 'classic-1k' || type === 'other' ? 4 : 7, 'a UID of another length').parse(uid.length);
    box.add(type, uid);
    box.save();
    return view();
  });
  server.get<{ Params: { uid: string } }>('/cards/:uid/memory', (request, reply) => {
    const boxed = box.find(request.params.uid);
    if (boxed === null) return reply.code(404).send({ refused: `no card ${request.params.uid}` });
    return { type: boxed.type, memory: toHex(boxed.card.memory()) };
  });
  server.put('/field', (request, reply) => {
    const { cards } = fieldBody.parse(request.body);
    const laid = cards.flatMap((uid) => box.find(uid)?.card ?? []);
    if (laid.length < cards.length) return reply.code(404).send({ refused: 'no such card' });
    field.lay(...laid);
    return view();
  });
  server.put('/faults', (request) => {
    const given = Object.entries(faultsBody.parse(request.body)).filter(([, value]) => value !== undefined);
    // Those that are not named end.
    return Object.assign(faults, noFaults(), Object.fromEntries(given));
  });
  server.post('/unplug', async () => {
    await line.unplug();
    return { done: true };
  });
  server.post('/plug', async () => {
    await line.plugIn();
    return { done: true };
  });
  return server;
}
