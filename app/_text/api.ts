import { defineText } from '@/lib/platform/i18n/define-text'

export const apiText = defineText({
  en: {
    offline: 'The server cannot be reached. Nothing was lost; try again when you are connected.',
    surprise: 'Something went wrong on the server. Try again in a moment.',
  },
  zh: {
    offline: '连不上服务器。内容没有丢失，联网后再试一次。',
    surprise: '服务器出了点问题，请稍后再试。',
  },
})
