/**
 * "相关问题：A B": other wordings of the question above. Two that were links on a page come run together, with nothing
 * between them; where the text sets off Latin words with spaces, one that stands directly after a Chinese character
 * begins the next question.
 */
const RELATED =
  /^(?:相关问题|类似问题|同类问题|别称|也可以问|related questions?|also asked(?: as)?|similar questions?)\s*[:：]\s*(.+)$/i

export function relatedQuestions(paragraph: string): { questions: string[]; isGuess: boolean } | null {
  const text = RELATED.exec(paragraph.trim())?.[1].trim()
  if (text === undefined) return null
  const written = text.split(/(?<=[?？])\s*(?=\S)|\s*[;；|]\s*|\s+\/\s+/).filter((part) => part !== '')
  const questions = written.flatMap(splitGlued)
  return { questions, isGuess: questions.length > written.length }
}

function splitGlued(text: string): string[] {
  const spaced = text.match(/\p{Script=Han} [A-Za-z]|[A-Za-z0-9] \p{Script=Han}/gu)?.length ?? 0
  const inChinese = spaced > 0 ? text.split(/(?<=\p{Script=Han})(?=[A-Z][A-Za-z]+ )/u) : [text]
  return inChinese.flatMap((part) => part.split(/(?<=[a-z]{2})(?=(?:What|Why|How|When|Which|Who|Where)\b)/))
}
