import { plural, sentences } from '../../text/language.ts';

/** The secrets that cards are sealed with, in Settings. */
export const keySetsText = sentences('key-sets', {
  title: 'Card key sets',
  words:
    'Cards are sealed with a secret that never leaves this computer. Replace it if someone may have got hold of it, or once a year. Both sets are accepted until the old one is ended.',
  none: 'There is no card key set yet: the first one is made with the first card.',
  set: (set: number) => `Set ${set}`,
  current: 'New cards',
  old: 'Older',
  columns: { set: 'Set', since: 'Since', cards: 'Cards in use', keys: 'Keys', acts: 'Actions' },
  replace: 'Replace the card key set',
  replaceTitle: 'Replace the card key set?',
  replaceWords:
    'New cards are sealed with a new secret from now on. Cards already handed out keep working until you end the old set. Locks must be given the new set first: a lock that does not know it opens for no new card.',
  end: 'End the old set',
  endTitle: (set: number) => `End set ${set}?`,
  unused: 'No card in use is sealed with it. It is no longer accepted from then on.',
  inUse: (cards: number) =>
    plural(cards, {
      one: '1 card in use is sealed with it and would open nothing from then on: encode it again first. This cannot be undone.',
      other: `${cards} cards in use are sealed with it and would open nothing from then on: encode them again first. This cannot be undone.`,
    }),
  endAnyway: 'End it anyway',
  moreKeys: (count: number) => `and ${count} more`,
});
