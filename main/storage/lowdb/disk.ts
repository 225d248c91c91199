/**
 * The few file operations that the store is built from, so that a test can let any of them fail. The errors are Node's
 * own (ENOSPC, EROFS, …). Files are readable and writable by the running account alone (0600, folders 0700).
 */
export interface Disk {
  /** With its parents; one that is there is fine. */
  makeFolder(path: string): Promise<void>;
  list(folder: string): Promise<readonly string[]>;
  read(path: string): Promise<Buffer>;
  /** `create` empties what is there; `new` fails with EEXIST. */
  open(path: string, how: 'create' | 'new' | 'continue'): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  /** One that is not there is fine. */
  remove(path: string): Promise<void>;
  /** Makes creations, renames and removals in the folder durable. */
  syncFolder(path: string): Promise<void>;
}

export interface OpenFile {
  /**
   * Hands the bytes to the operating system, at this position. Synchronous on purpose: copying into the page cache takes
   * microseconds, a trip through the thread pool takes a tenth of a millisecond. Not durable before `datasync`.
   */
  write(bytes: Uint8Array, position: number): void;
  datasync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}
