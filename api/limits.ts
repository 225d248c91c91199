/** How long a message to Portal may be, once for every channel and every form. */

/** Of one message, in bytes, before anybody is signed in too. */
export const largestMessage = 1024 * 1024;

/**
 * Of a list that is read in (keycards), in characters: at four bytes a character it fits into a message, with what stands around it. Some
 * eight thousand cards.
 */
export const largestList = 250_000;
