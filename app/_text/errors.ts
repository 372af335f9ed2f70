import { defineText } from '@/lib/platform/i18n/define-text'

export const errorsText = defineText({
  en: {
    notFoundTitle: 'Nothing here',
    notFound: 'This page does not exist, or it is not for you to see.',
    surpriseTitle: 'Something went wrong',
    surprise: 'It was our fault, and it has been recorded. Your answers are safe.',
    id: 'Number: ',
    again: 'Try again',
    home: 'Go to the home page',
  },
  zh: {
    notFoundTitle: '这里什么也没有',
    notFound: '页面不存在，或者你无权查看。',
    surpriseTitle: '出了点问题',
    surprise: '这是我们的错，已经记录下来。你的作答不会丢失。',
    id: '编号：',
    again: '再试一次',
    home: '回到首页',
  },
})
