import { parseArgs } from 'node:util';
import { z } from 'zod';
import { zoneName } from '#domain/time/time';

const port = z.coerce.number().int().min(0).max(65_535);

const argumentsOfBuilding = z
  .object({
    data: z.string().min(1),
    doors: z.coerce.number().int().min(1).max(500).optional(),
    names: z
      .string()
      .transform((text) => text.split(',').map((name) => name.trim()))
      .pipe(z.array(z.string().min(1).max(32)))
      .optional(),
    /** The doors whose locks take the UIDs of cards. */
    'card-doors': z
      .string()
      .default('')
      .transform((text) => text.split(',').map((name) => name.trim())),
    zone: zoneName.default('UTC' as z.infer<typeof zoneName>),
    'matter-port': port.default(0),
    'control-port': port.default(0),
    /** How many people each lock holds. */
    slots: z.coerce.number().int().min(1).max(1_000).default(50),
    /** Minutes by which the bridge's clock is ahead when it starts; `unknown`: it does not know the time. */
    'clock-ahead': z.union([z.literal('unknown').transform(() => null), z.coerce.number().int()]).default(0),
    /** Ends when standard input does: with the program that started it, however that ends. */
    'with-parent': z.boolean().default(false),
  })
  .refine(({ doors, names }) => doors !== undefined || names !== undefined, { error: 'give --doors or --names' })
  .transform(({ data, doors, names, zone, slots, ...rest }) => ({
    dataFolder: data,
    names: doorNames(doors ?? names?.length ?? 0, names ?? []),
    zone,
    slots,
    clockAhead: rest['clock-ahead'],
    matterPort: rest['matter-port'],
    controlPort: rest['control-port'],
    cardDoors: rest['card-doors'],
    withParent: rest['with-parent'],
  }));

export type BuildingArguments = z.infer<typeof argumentsOfBuilding>;

/** Throws a ZodError that names the wrong argument. */
export function parseBuildingArguments(words: readonly string[]): BuildingArguments {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: {
      data: text,
      doors: text,
      names: text,
      'card-doors': text,
      zone: text,
      slots: text,
      'clock-ahead': text,
      'matter-port': text,
      'control-port': text,
      'with-parent': { type: 'boolean' },
    },
  });
  return argumentsOfBuilding.parse(values);
}

/** The given names first, then rooms 101, 102 … (twenty a floor) that are not among them. */
function doorNames(count: number, given: readonly string[]): readonly string[] {
  const rooms = Array.from({ length: count + given.length }, (_, n) =>
    String(101 + Math.floor(n / 20) * 100 + (n % 20)),
  );
  return [...given, ...rooms.filter((room) => !given.includes(room))].slice(0, count);
}
