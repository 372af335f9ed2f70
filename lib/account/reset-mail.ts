import type { Locale } from '@/lib/core/content/content'
import { defineText } from '@/lib/platform/i18n/define-text'
import type { Mail } from '@/lib/platform/mail/send-mail'

const text = defineText({
  en: {
    subject: 'Choose a new password for Unroll',
    body: (name: string, url: string) =>
      `Hello ${name},\n\nsomebody, probably you, asked for a new password. Open this page to choose one; it works once and for a day:\n\n${url}\n\nIf it was not you, nothing has changed and you need not do anything.\n`,
  },
  zh: {
    subject: '重置你的 Unroll 密码',
    body: (name: string, url: string) =>
      `${name}，你好！\n\n我们收到了重置密码的请求。请打开下面的页面设置新密码，链接仅可使用一次，24 小时内有效：\n\n${url}\n\n如果这不是你本人的操作，请忽略此邮件，你的密码不会有任何变化。\n`,
  },
})

export function resetMail(to: { email: string; name: string; locale: Locale }, url: string): Mail {
  const { subject, body } = text[to.locale]
  return { to: to.email, subject, text: body(to.name, url) }
}
