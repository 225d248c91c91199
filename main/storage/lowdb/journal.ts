import { AppError } from '#domain/failure';
import type { Disk, OpenFile } from './disk.ts';
import { readHeader, type FileHeader } from './file-header.ts';
import { headerLine, openLine, readCommits, type JournalChange } from './journal-line.ts';

/**
 * The file is made longer in steps, with zeros, and the lines are written over them: fdatasync then has no new length to
 * record, which halves its time. Cut off when the journal is closed.
 */
const stepBytes = 256 * 1024;

/** The end of a journal that is being written. One `append` at a time. */
export class Journal {
  readonly path: string;
  readonly #file: OpenFile;
  #length: number;
  /** How long the file is, with its zeros. */
  #allocated: number;
  /** Something that was never acknowledged may lie behind `length`. */
  #untidy = false;

  private constructor(path: string, file: OpenFile, length: number) {
    this.path = path;
    this.#file = file;
    this.#length = length;
    this.#allocated = length;
  }

  /** Durable, with its header, when it resolves (the folder's entry is the caller's to sync). */
  static async create(disk: Disk, path: string, header: FileHeader): Promise<Journal> {
    const journal = new Journal(path, await disk.open(path, 'create'), 0);
    try {
      await journal.append(headerLine(header));
    } catch (error) {
      await journal.close();
      throw error;
    }
    return journal;
  }

  /** Goes on after `length` bytes; what lies behind them is cut off. */
  static async goOn(disk: Disk, path: string, length: number): Promise<Journal> {
    const journal = new Journal(path, await disk.open(path, 'continue'), length);
    await journal.#tidy();
    return journal;
  }

  get length(): number {
    return this.#length;
  }

  get isUntidy(): boolean {
    return this.#untidy;
  }

  /** Durable when it resolves. Throws AppError('disk-write-failed'), and then nothing of it stays in the journal. */
  async append(bytes: Buffer): Promise<void> {
    try {
      if (this.#untidy) await this.#tidy();
      this.#untidy = true;
      this.#write(bytes);
      await this.#file.datasync();
      this.#length += bytes.length;
      this.#untidy = false;
    } catch (cause) {
      // If this fails too, the next append begins with it; until then a start would find a torn last line and cut it.
      if (this.#untidy) await this.#tidy().catch(() => undefined);
      throw new AppError('disk-write-failed', `writing ${bytes.length} bytes to ${this.path}`, { cause });
    }
  }

  async close(): Promise<void> {
    // Only for whoever reads the file: a start knows the zeros for what they are.
    await this.#file.truncate(this.#length).catch(() => undefined);
    await this.#file.close();
  }

  #write(bytes: Buffer): void {
    const end = this.#length + bytes.length;
    if (end > this.#allocated && this.#lengthen(bytes)) return;
    this.#file.write(bytes, this.#length);
    this.#allocated = Math.max(this.#allocated, end);
  }

  /** @returns false when there is no room for the zeros; there may be for the bytes. */
  #lengthen(bytes: Buffer): boolean {
    const end = Math.ceil((this.#length + bytes.length) / stepBytes) * stepBytes;
    try {
      this.#file.write(Buffer.concat([bytes], end - this.#length), this.#length);
    } catch {
      return false;
    }
    this.#allocated = end;
    return true;
  }

  async #tidy(): Promise<void> {
    await this.#file.truncate(this.#length);
    await this.#file.datasync();
    this.#allocated = this.#length;
    this.#untidy = false;
  }
}

export interface JournalContent {
  /** null: even the header was not finished. */
  readonly header: FileHeader | null;
  readonly changes: readonly JournalChange[];
  /** Where the good lines end. */
  readonly length: number;
  /** A last line that was never finished, and so never acknowledged; empty in the normal case. */
  readonly torn: Buffer;
}

/** @returns the content, or where it is damaged. Throws AppError('data-too-new'). */
export function readJournal(bytes: Buffer, path: string): JournalContent | { readonly damagedLine: number } {
  const changes: JournalChange[] = [];
  let header: FileHeader | null = null;
  let start = 0;
  for (let number = 1; start < bytes.length; number += 1) {
    const end = bytes.indexOf(0x0a, start);
    const json = end === -1 ? undefined : openLine(bytes.subarray(start, end));
    if (json === undefined) {
      if (end !== -1 && !isZeros(bytes.subarray(end + 1))) return { damagedLine: number };
      const rest = bytes.subarray(start);
      return { header, changes, length: start, torn: isZeros(rest) ? rest.subarray(0, 0) : rest };
    }
    if (number === 1) header = readHeader(json, path);
    const commits = number === 1 ? [] : readCommits(json);
    if (header === null || commits === null) return { damagedLine: number };
    for (const change of commits) changes.push(change);
    start = end + 1;
  }
  return { header, changes, length: start, torn: bytes.subarray(start) };
}

function isZeros(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}
