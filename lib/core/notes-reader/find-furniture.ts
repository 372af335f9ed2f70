/** What a page carries around its text: known by its words, never by its place. Anything else is kept. */
const FURNITURE = [
  /^(?:last (?:modify|modified|updated?|edited|changed)|updated?|edited|published|created)(?:\s*(?:on|at|by|in)?\s*[:：]?\s*[\d\s:./年月日-]{0,24})?$/i,
  /^(?:最后|最近|上次)?(?:更新|修改|编辑|发布|发表)(?:于|时间|日期)?\s*[:：]?\s*[\d\s:./年月日-]{0,24}$/,
  /^(?:edit this page|on this page|table of contents|contents|back to top|skip to (?:main )?content|share|copy link|previous|next|log ?in|sign ?(?:in|up)|subscribe|\d+ min(?:ute)?s? read)$/i,
  /^(?:目录|返回顶部|回到顶部|分享|收藏|点赞|评论|上一[篇页章]|下一[篇页章]|登录|注册|阅读\s*\d+|编辑于.*|发布于.*|本页目录)$/,
  /^(?:©|copyright\b|all rights reserved)/i,
  /^https?:\/\/\S+$/i,
]

const SITES =
  'wikipedia(?:,? the free encyclopedia)?|维基百科.*|百度百科|知乎(?:专栏)?|csdn ?博客.*|博客园|简书|掘金|哔哩哔哩.*|bilibili|stack ?overflow|cross validated|stack exchange|quora|medium|towards data science|youtube|github|reddit|arxiv|geeksforgeeks|wikiwand|mdn.*'
const LINK_TITLE = new RegExp(`^.+?\\s+[-–—|·]\\s+(?:${SITES})$`, 'i')

export function findFurniture(text: string): 'furniture' | 'link-title' | null {
  const line = text.trim()
  if (FURNITURE.some((pattern) => pattern.test(line))) return 'furniture'
  return line.length <= 200 && LINK_TITLE.test(line) ? 'link-title' : null
}
