/** SQL that finds why a story was withdrawn: the note its newest cancel carries. Only cancelled stories are looked up. */
export function withdrawalReason(story: string): string {
  return `CASE WHEN ${story}.effective_status = 'canceled' THEN
    (SELECT cancel.content ->> '$.edNote' FROM wire.version cancel
     WHERE cancel.story_id = ${story}.id AND cancel.pub_status = 'canceled' ORDER BY cancel.id DESC LIMIT 1) END`;
}
