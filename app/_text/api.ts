import { defineText } from '@/lib/platform/i18n/define-text'

export const apiText = defineText({
  en: {
    offline: 'The server cannot be reached. Nothing was lost; try again when you are connected.',
    surprise: 'Something went wrong on the server. Try again in a moment.',
    signIn: {
      wrong: 'This e-mail address and password do not go together.',
      tooMany: 'Too many attempts. Wait a few minutes and try again.',
      again: 'That did not work. Reload the page and try again.',
    },
  },
  zh: {
    offline: '连不上服务器。内容没有丢失，联网后再试一次。',
    surprise: '服务器出了点问题，请稍后再试。',
    signIn: {
      wrong: '邮箱或密码不正确。',
      tooMany: '尝试次数过多，请过几分钟再试。',
      again: '没有成功，请刷新页面后再试一次。',
    },
  },
})
