/** Turns what SQLite and the file system throw into the contract's typed storage errors. */
import SqliteDatabase from 'better-sqlite3';
import { contractError } from '../errors.ts';

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** STORAGE_FULL or STORAGE_FAILED where the error is one of storage; the error itself otherwise. */
export function typedStorageError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return contractError('STORAGE_FULL', {});
  if (error instanceof SqliteDatabase.SqliteError) {
    return contractError('STORAGE_FAILED', { detail: `${error.code}: ${error.message}` });
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EIO' || code === 'EPERM') {
    return contractError('STORAGE_FAILED', { detail: code });
  }
  return error;
}
