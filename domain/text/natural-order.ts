const natural = new Intl.Collator('und', { numeric: true });

/** Names as people put them in order, in no language above another: 9 before 10, Álvaro beside Alvaro. */
export function inNaturalOrder(one: { readonly name: string }, other: { readonly name: string }): number {
  return natural.compare(one.name, other.name);
}
