/** An answer that has not come by then is taken for lost; the same mutation is sent again, which is safe. */
const ANSWER_MS = 12_000;

class AnswerLost extends Error {}

/** The answer, or a failure once it has taken too long. */
export async function withinTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AnswerLost('no answer')), ANSWER_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
