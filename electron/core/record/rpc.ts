import { implement } from '@orpc/server';
import { recordContract } from '../../../shared/contract/record.ts';
import type { RecordService } from './service.ts';

const procedures = implement(recordContract);

/** The record behind the contract: it is read, never written from outside. */
export function recordRouter(record: RecordService) {
  return {
    list: procedures.list.handler(({ input }) => record.list(input.articleId)),
    unrecorded: procedures.unrecorded.handler(({ input }) => record.unrecorded(input.articleId)),
    get: procedures.get.handler(({ input }) => record.get(input.recordId)),
    exportJson: procedures.exportJson.handler(({ input }) => record.exportJson(input.recordId)),
  };
}
