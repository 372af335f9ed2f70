'use client'

import { useEffect } from 'react'
import { callApi } from '../_api/call-api'

/** Shown is read: Today stops telling of these answers. */
export function AnswersSeen() {
  useEffect(() => void callApi('POST', '/reports/seen'), [])
  return null
}
