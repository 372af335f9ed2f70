import type { Locale } from '@/lib/core/content/content'
import type { ErrorCode } from '@/lib/core/result'
import { CLASS_REASONS } from './class-reasons'

type Sentence = Record<Locale, string>

/** What each code says when nothing more is known. */
const BY_CODE: Record<ErrorCode | 'surprise', Sentence> = {
  'bad-request': {
    en: 'Something in this request is missing or malformed.',
    zh: '请求的内容缺失或格式不正确。',
  },
  'sign-in-required': { en: 'Please sign in first.', zh: '请先登录。' },
  forbidden: { en: 'You are not allowed to do this.', zh: '你没有权限执行此操作。' },
  'foreign-origin': {
    en: 'This request did not come from this site, so it was refused.',
    zh: '该请求并非来自本站，已被拒绝。',
  },
  'wrong-learner': {
    en: 'These answers belong to somebody else than who is signed in here.',
    zh: '这些作答属于另一位学习者，与当前登录的账号不符。',
  },
  'not-found': {
    en: 'There is nothing here, or it is not for you to see.',
    zh: '内容不存在，或你无权查看。',
  },
  conflict: {
    en: 'It has changed in the meantime. Reload and try again.',
    zh: '内容刚刚发生了变化，请刷新后重试。',
  },
  'too-large': { en: 'This is larger than what is accepted here.', zh: '内容过大，超出了允许的上限。' },
  unreadable: { en: 'A body of this type is not read here.', zh: '不支持这种类型的请求正文。' },
  invalid: { en: 'This breaks a rule and was not accepted.', zh: '内容不符合要求，未被接受。' },
  'too-many': {
    en: 'Too many attempts. Please wait a little and try again.',
    zh: '操作过于频繁，请稍后再试。',
  },
  unavailable: {
    en: 'This is not available right now. Please try again soon.',
    zh: '暂时无法使用，请稍后再试。',
  },
  surprise: {
    en: 'Something went wrong on our side. It has been recorded under the number shown.',
    zh: '服务器出了点问题，已按所示编号记录。',
  },
}

/** Sentences for a Failure whose detail names a reason: `fail('invalid', { reason: 'common-password' })`. */
const BY_REASON: Record<string, Sentence> = {
  ...CLASS_REASONS,
  'account-required': {
    en: 'Guests cannot do this. Make an account first.',
    zh: '访客无法执行此操作，请先注册账号。',
  },
  'instructor-required': { en: 'Only instructors can do this.', zh: '只有教师可以执行此操作。' },
  'session-required': {
    en: 'An API token cannot do this. Sign in with a browser.',
    zh: 'API 令牌无法执行此操作，请在浏览器中登录。',
  },
  'scope-required': {
    en: 'This API token lacks the scope that is needed here.',
    zh: '该 API 令牌缺少所需的权限范围。',
  },
  'token-refused': {
    en: 'This API token is unknown, expired or revoked.',
    zh: '该 API 令牌无效、已过期或已撤销。',
  },
  'nothing-to-ask': {
    en: 'There is nothing to ask of that choice. Choose more cells or kinds of question, or add a deck.',
    zh: '这样选没有可出的题。请多选几种单元或题型，或者先加入一个牌组。',
  },
  'not-finished': { en: 'This quiz is not finished yet.', zh: '这次测验还没有做完。' },
  'other-quiz': { en: 'This run belongs to another quiz.', zh: '这次作答属于另一份测验。' },
  'not-json': { en: 'The body is not valid JSON.', zh: '请求正文不是有效的 JSON。' },
  fields: { en: 'Some fields are missing or not right.', zh: '部分字段缺失或有误。' },
  'email-taken': { en: 'There is already an account with this e-mail address.', zh: '该邮箱已注册过账号。' },
  'email-malformed': { en: 'This does not look like an e-mail address.', zh: '邮箱地址格式不正确。' },
  'short-password': { en: 'Use at least 8 characters.', zh: '密码至少需要 8 个字符。' },
  'long-password': { en: 'Use at most 128 characters.', zh: '密码最多 128 个字符。' },
  'common-password': {
    en: 'This password is among the most guessed ones. Choose another.',
    zh: '这个密码太常见，很容易被猜到，请换一个。',
  },
  'password-is-email': {
    en: 'The password must not be your e-mail address or name.',
    zh: '密码不能与邮箱或昵称相同。',
  },
  'wrong-password': { en: 'The current password is not right.', zh: '当前密码不正确。' },
  'not-a-guest': { en: 'This is an account already.', zh: '当前已经是正式账号。' },
  'not-mergeable': { en: 'This guest cannot be merged.', zh: '该访客的学习记录无法合并。' },
  'link-spent': { en: 'This link has been used or has expired.', zh: '该链接已使用或已过期。' },
  'wrong-sign-in': { en: 'E-mail address or password is not right.', zh: '邮箱或密码不正确。' },
  'no-such-heir': {
    en: 'A deck can be handed over to one of its co-authors only.',
    zh: '牌组只能移交给它的合作者。',
  },
  'not-linked': {
    en: 'This sign-in is not linked to an account yet. Sign in first, then link it in the settings.',
    zh: '该第三方账号尚未关联，请先登录，再到设置中关联。',
  },
  'linked-elsewhere': {
    en: 'This sign-in is linked to another account.',
    zh: '该第三方账号已关联到其他账号。',
  },
  'last-way-in': {
    en: 'Set a password first: this is your only way to sign in.',
    zh: '请先设置密码：这是你目前唯一的登录方式。',
  },
  'last-administrator': { en: 'The house needs at least one administrator.', zh: '至少需要保留一名管理员。' },
  'decks-remain': {
    en: 'Decide first what becomes of the decks you own.',
    zh: '请先决定如何处理你拥有的牌组。',
  },
  'unknown-time-zone': { en: 'This time zone is not known here.', zh: '无法识别该时区。' },
  'too-many-tokens': {
    en: 'You have as many tokens as can be kept. Revoke one first.',
    zh: '令牌数量已达上限，请先撤销一个。',
  },
  'no-mail': {
    en: 'This house sends no e-mail. Ask its administrator for a link.',
    zh: '本站未配置邮件发送，请联系管理员获取重置链接。',
  },
  'no-oidc': { en: 'No sign-in provider is set up here.', zh: '本站未配置第三方登录。' },
  'busy-hashing': {
    en: 'Many people are signing in right now. Try again in a moment.',
    zh: '当前登录人数较多，请稍后再试。',
  },
  'deck-file': {
    en: 'The deck file has mistakes; each is listed with its line.',
    zh: '牌组文件有错误，已按行号逐条列出。',
  },
  'image-type': {
    en: 'Pictures must be PNG, JPEG, WebP or GIF files.',
    zh: '图片必须是 PNG、JPEG、WebP 或 GIF 文件。',
  },
  'image-too-large': { en: 'A picture may have at most 2 MB.', zh: '单张图片不能超过 2 MB。' },
  'too-many-members': {
    en: 'A deck has at most 50 co-authors and 20 open invitations. Remove or revoke some first.',
    zh: '每个牌组最多 50 位合作者、20 个未使用的邀请。请先移除或撤销一些。',
  },
  'no-author': {
    en: 'Nobody writes this deck any more, so there is nobody to tell.',
    zh: '这个牌组已经没有作者了，无法提交反馈。',
  },
  'empty-report': {
    en: 'Say what is wrong, or change the text.',
    zh: '请说明哪里有问题，或直接修改文字。',
  },
  'too-many-reports': {
    en: 'Many of your reports about this deck still wait for an answer. Please wait for those first.',
    zh: '你对这个牌组的许多反馈还在等待答复，请稍后再提交。',
  },
  'report-settled': { en: 'This report has been settled already.', zh: '这条反馈已经处理过了。' },
  'note-gone': {
    en: 'This note has been deleted, so the proposal has no place to go. You can still answer it.',
    zh: '这条笔记已被删除，无法采纳修改，但仍可以答复。',
  },
  'note-changed': {
    en: 'The note has been changed in the same place since. Compare, then decide.',
    zh: '笔记的同一处后来已被修改。请先比较，再决定。',
  },
  'deck-barred': {
    en: 'An administrator took this deck out of the gallery. Ask them before you publish it there again.',
    zh: '管理员已将这个牌组移出公开牌组库。如需重新公开，请先联系管理员。',
  },
  'not-unlisted': {
    en: 'Only a deck that is open by link has a link.',
    zh: '只有“凭链接访问”的牌组才有链接。',
  },
  'editor-required': {
    en: 'Only the owner and the editors of this deck can do this.',
    zh: '只有牌组的所有者和编辑者可以执行此操作。',
  },
  'draft-changed': {
    en: 'Somebody else saved this in the meantime. Nothing was overwritten: compare both, then save again.',
    zh: '其他人刚刚保存过这里。没有覆盖任何内容：请对照两份后再保存。',
  },
  'draft-changed-since': {
    en: 'Something changed after you looked. Nothing was published: look at the changes again.',
    zh: '你查看之后又有改动，这次没有发布任何内容。请重新查看改动。',
  },
  'notes-unfinished': {
    en: 'Some notes cannot be published yet. Nothing was published.',
    zh: '有些笔记还不能发布，这次没有发布任何内容。',
  },
  'title-missing': {
    en: 'The deck needs a title in at least one language before it is published.',
    zh: '发布前，牌组至少需要一种语言的标题。',
  },
  'nothing-to-publish': {
    en: 'There is nothing to publish: learners have all of it already.',
    zh: '没有可发布的改动：学习者看到的已经是最新内容。',
  },
  'nothing-to-restore': {
    en: 'Learners have exactly this version already.',
    zh: '学习者看到的就是这个版本。',
  },
  'version-unfit': {
    en: 'Some notes of that version cannot be shown any more. Nothing was restored.',
    zh: '该版本中有些笔记已无法显示，没有恢复任何内容。',
  },
  'id-taken': { en: 'This id is taken already.', zh: '该 id 已被使用。' },
  'key-taken': { en: 'Another note of this deck has this key.', zh: '该牌组里已有使用此标识的笔记。' },
  'never-published': {
    en: 'This note was never published, so there is nothing to go back to.',
    zh: '这条笔记从未发布过，没有可恢复的内容。',
  },
  'too-many-notes': { en: 'A deck can have at most 20,000 notes.', zh: '一个牌组最多 20,000 条笔记。' },
  'image-broken': {
    en: 'This picture is damaged or cut short. Save it again and try once more.',
    zh: '这张图片已损坏或不完整，请重新保存后再试。',
  },
  'image-dimensions': {
    en: 'A picture may be at most 8,192 pixels wide and high, and 32 million pixels in all.',
    zh: '图片的宽和高均不能超过 8,192 像素，总像素不能超过 3,200 万。',
  },
  'deck-images-full': {
    en: 'This deck has as many pictures as can be kept (1,000, or 200 MB). Those that no draft and no version shows are cleared after a day.',
    zh: '这个牌组的图片已达上限（1,000 张或 200 MB）。草稿和各版本都不再使用的图片会在一天后清除。',
  },
  'own-images-full': {
    en: 'The pictures in all decks of this deck’s owner take up 500 MB, which is as much as can be kept. Remove some first.',
    zh: '牌组所有者的全部牌组中，图片已占满 500 MB 的上限，请先移除一些。',
  },
  'upload-gone': {
    en: 'The file is not here any more: uploads are kept for a day. Choose it again.',
    zh: '文件已不在这里：上传的文件只保留一天，请重新选择。',
  },
  'too-many-imports': {
    en: 'Several of your files are being read already. Wait until one is done.',
    zh: '你已有多个文件正在处理，请等其中一个完成。',
  },
  'import-not-ready': {
    en: 'This import is at work, or done. Look at it again.',
    zh: '这次导入正在进行或已经结束，请重新查看。',
  },
  'not-in-conflict': {
    en: 'One of these notes is not in conflict any more. Look at the preview again.',
    zh: '其中有笔记已不再冲突，请重新查看预览。',
  },
  'import-not-applied': {
    en: 'This import was not applied, or has been undone already.',
    zh: '这次导入没有执行过，或已经撤销。',
  },
  'too-large-for-json': {
    en: 'This deck has more pictures than JSON can carry. Export it as an Anki package.',
    zh: '这个牌组的图片过多，无法导出为 JSON，请导出为 Anki 牌组包。',
  },
  'too-many-decks': {
    en: 'You have as many decks as can be kept. Delete one first.',
    zh: '牌组数量已达上限，请先删除一个。',
  },
}

export function errorMessage(code: ErrorCode | 'surprise', detail: unknown, locale: Locale): string {
  const reason = reasonOf(detail)
  return (reason !== undefined ? BY_REASON[reason]?.[locale] : undefined) ?? BY_CODE[code][locale]
}

export function reasonOf(detail: unknown): string | undefined {
  if (typeof detail !== 'object' || detail === null || !('reason' in detail)) return undefined
  return typeof detail.reason === 'string' ? detail.reason : undefined
}
