import { countText, plural, sentences } from '../../text/language.ts';

/** What a PMS would end for many at once, and Portal holds. */
export const heldText = sentences('held', {
  title: 'Ended in the PMS, held by Portal',
  asking:
    'Look at the PMS first: a wrong token, an unfinished import or a fault there looks just like this. Letting it through removes their codes from the locks at once.',
  columns: { guest: 'Guest', doors: 'Doors', departure: 'Departure', stay: 'Stay' },
  inHouse: 'In house',
  notInHouse: 'Not in house yet',
  loading: 'Loading the guests…',
  over: 'The PMS has taken it back, or somebody has decided. Nothing is held any more.',
  keep: 'Keep their access',
  letEnd: (count: number) =>
    plural(count, { one: 'End the access of 1 guest', other: `End the access of ${countText(count)} guests` }),
  letMove: (count: number) => plural(count, { one: 'Move 1 guest', other: `Move ${countText(count)} guests` }),
});
