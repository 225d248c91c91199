import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { fromHex, toHex } from '#hardware/bytes';
import { ClassicCard } from './classic-card.ts';
import { noFaults } from './encoder-faults.ts';
import type { EncoderLine } from './encoder-line.ts';
import { otherCard } from './other-card.ts';
import type { SimulatedCard } from './simulated-card.ts';
import { Type2Card, type2Models } from './type2-card.ts';

const hex = z.string().transform((text, context) => {
  const bytes = fromHex(text);
  if (bytes !== null) return bytes;
  context.addIssue({ code: 'custom', message: 'not hexadecimal' });
  return z.NEVER;
});
const cardBody = z.object({ type: z.enum([...type2Models, 'classic-1k', 'other']), uid: hex });
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
    badBlock: z.number().int().min(0).max(255).nullable(),
  })
  .partial();

/**
 * The hand on the simulated encoder, for the demo's panel and for tests: a box of cards, which of them lie on it, and what
 * goes wrong. Loopback only; unknown cards answer 404, wrong bodies 400.
 *
 *   GET /cards · POST /cards {type, uid} · GET /cards/:uid/memory · PUT /field {cards: [uid …]}
 *   PUT /faults {…} · POST /unplug · POST /plug
 */
export function encoderControl(line: EncoderLine): FastifyInstance {
  const server = Fastify({ logger: false });
  const box = new Map<string, SimulatedCard>();
  const { field, faults } = line.simulator;
  const view = () =>
    Array.from(box, ([uid, card]) => ({ uid, type: card.type, isOnEncoder: field.cards.includes(card) }));

  server.setErrorHandler((error, _request, reply) =>
    error instanceof z.ZodError
      ? reply.code(400).send({ refused: z.prettifyError(error) })
      : reply.code(500).send({ refused: error instanceof Error ? error.message : String(error) }),
  );
  server.get('/cards', view);
  server.post('/cards', (request) => {
    const { type, uid } = cardBody.parse(request.body);
    z.literal(type === 'classic-1k' || type === 'other' ? 4 : 7, 'a UID of another length').parse(uid.length);
    box.set(toHex(uid), newCard(type, uid));
    return view();
  });
  server.get<{ Params: { uid: string } }>('/cards/:uid/memory', (request, reply) => {
    const card = box.get(request.params.uid);
    if (card === undefined) return reply.code(404).send({ refused: `no card ${request.params.uid}` });
    return { memory: toHex(card.memory()) };
  });
  server.put('/field', (request, reply) => {
    const { cards } = fieldBody.parse(request.body);
    const laid = cards.flatMap((uid) => box.get(uid) ?? []);
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

function newCard(type: z.infer<typeof cardBody>['type'], uid: Uint8Array): SimulatedCard {
  if (type === 'classic-1k') return new ClassicCard(uid);
  return type === 'other' ? otherCard(uid) : new Type2Card(type, uid);
}
