/** What Portal is written in, as `Intl` names it: the day before the month, and no comma before "and". */
export const english = 'en-GB';
