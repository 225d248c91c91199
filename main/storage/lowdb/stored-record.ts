/**
 * One record as it rests: its JSON with the sealed fields sealed, either text (put since the start) or a stretch of the
 * bytes of a file that was read (97 MB of bytes for 100,000 keys instead of 300 MB of objects). What a reader gets is
 * made from it on demand by RecordCodec.
 */
export class StoredRecord {
  readonly id: string;
  /** Made of a record that its schema had accepted in this program: what is made from it again needs no second look. */
  readonly isSound: boolean;
  readonly #source: string | Buffer;
  readonly #start: number;
  readonly #end: number;

  constructor(id: string, source: string | Buffer, start = 0, end = source.length, isSound = false) {
    this.id = id;
    this.isSound = isSound;
    this.#source = source;
    this.#start = start;
    this.#end = end;
  }

  /** The JSON of the record as it is written to disk. */
  get json(): string {
    return typeof this.#source === 'string' ? this.#source : this.#source.toString('utf8', this.#start, this.#end);
  }
}
