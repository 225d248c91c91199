/**
 * Fields that never reach the audit, wherever they stand: secrets, what names a guest, what only counts, and what follows
 * from the rest by the clock.
 */
const leftOut: ReadonlySet<string> = new Set([
  'code',
  'asked',
  'passwordHash',
  'pinHash',
  'token',
  'firstName',
  'lastName',
  'email',
  'phone',
  'people',
  'version',
  'createdAt',
  'updatedAt',
  'statusChangesAt',
]);

export interface Changes {
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** The fields that differ, as text under their path: `doors.<id of the door>.departure`. */
export function changesBetween(before: object, after: object): Changes {
  const was = new Map(fieldsOf(before, ''));
  const is = new Map(fieldsOf(after, ''));
  const differing = [...new Set([...was.keys(), ...is.keys()])].filter((path) => was.get(path) !== is.get(path));
  return { before: those(was, differing), after: those(is, differing) };
}

function those(fields: ReadonlyMap<string, string>, paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, fields.get(path) ?? '']));
}

function fieldsOf(value: object, path: string): readonly (readonly [string, string])[] {
  return Object.entries(value)
    .filter(([name]) => !leftOut.has(name))
    .flatMap(([name, inner]: [string, unknown]) => fieldsAt(inner, path === '' ? name : `${path}.${name}`));
}

function fieldsAt(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (value === null || value === undefined) return [[path, '']];
  if (Array.isArray(value)) return listAt(value, path);
  if (typeof value === 'object') return fieldsOf(value, path);
  return [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
}

/** Records in a list go by the door that they are of, or else by their place: a list of plain values is one text. */
function listAt(list: readonly unknown[], path: string): readonly (readonly [string, string])[] {
  if (list.every((each) => typeof each !== 'object' || each === null)) return [[path, list.map(String).join(', ')]];
  return list.flatMap((each, index) => fieldsAt(each, `${path}.${doorOf(each) ?? index}`));
}

function doorOf(value: unknown): string | null {
  const isOfDoor = typeof value === 'object' && value !== null && 'doorId' in value;
  return isOfDoor && typeof value.doorId === 'string' ? value.doorId : null;
}
