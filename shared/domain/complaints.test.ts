import { describe, expect, it } from 'vitest';
import { complaintDueAt, decideComplaintState } from './complaints.ts';

const received = Date.parse('2026-03-28T22:15:00+07:00');

describe('a complaint about a comment', () => {
  it('is due two days after it was received, whatever the calendar does in between', () => {
    expect(new Date(complaintDueAt(received)).toISOString()).toBe('2026-03-30T15:15:00.000Z');
  });

  it('is overdue only once its term has passed, and never when it was dealt with', () => {
    const due = complaintDueAt(received);
    expect(decideComplaintState({ receivedAt: received, doneAt: null }, due)).toBe('open');
    expect(decideComplaintState({ receivedAt: received, doneAt: null }, due + 1)).toBe('overdue');
    expect(decideComplaintState({ receivedAt: received, doneAt: due + 5 }, due + 10)).toBe('done');
  });
});
