import type { Bilingual } from '@/lib/core/cells/bilingual'
import type { MarkdownProblem } from '@/lib/platform/markdown/render-markdown'
import { describeDeckProblem } from './deck-problem-text'

/** A mistake of Markdown or TeX in both languages, with its place where that is known. */
export function describeMarkdownProblem({
  code,
  detail,
  line,
}: Pick<MarkdownProblem, 'code' | 'detail'> & { line?: number }): Bilingual {
  const say = (locale: 'en' | 'zh') =>
    describeDeckProblem({ code, line: 1, note: '', ...(detail === undefined ? {} : { detail }) }, locale)
  const isLater = line !== undefined && line > 1
  return {
    en: isLater ? `Line ${line}: ${say('en')}` : say('en'),
    zh: isLater ? `第 ${line} 行：${say('zh')}` : say('zh'),
  }
}
