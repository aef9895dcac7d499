/**
 * Complaints about readers' comments. Pedoman Pemberitaan Media Siber (Dewan Pers, 2012): a complaint is dealt
 * with in proportion and at the latest 2 × 24 hours after it was received.
 */

const COMPLAINT_TERM_MS = 2 * 24 * 3_600_000;

/** Until when a complaint received at `receivedAt` must be dealt with; both in milliseconds since 1970. */
export function complaintDueAt(receivedAt: number): number {
  return receivedAt + COMPLAINT_TERM_MS;
}

/** `done`, `overdue` (its term has passed) or `open`; times in milliseconds since 1970. */
export function decideComplaintState(
  complaint: { receivedAt: number; doneAt: number | null },
  now: number,
): 'done' | 'overdue' | 'open' {
  if (complaint.doneAt !== null) return 'done';
  return now > complaintDueAt(complaint.receivedAt) ? 'overdue' : 'open';
}
