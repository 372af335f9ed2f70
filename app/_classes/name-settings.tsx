'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { ClassView } from '@/lib/classroom/get-class'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { classDeskText } from '../_text/class-desk'
import { classesText } from '../_text/classes'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'
import { TextArea } from '../_ui/text-area'

export function NameSettings({ classroom }: { classroom: ClassView }) {
  const text = useText(classDeskText)
  const classText = useText(classesText)
  const router = useRouter()
  const [said, setSaid] = useState<string | null>(null)
  const { isBusy, message, fields, onSubmit } = useSubmit(
    (form) =>
      callApi('PATCH', `/classes/${classroom.id}`, {
        name: textOf(form, 'name'),
        description: textOf(form, 'description'),
      }),
    () => {
      setSaid(text.saved)
      router.refresh()
    },
    ['name', 'description'],
  )
  return (
    <form onSubmit={onSubmit} className="grid max-w-measure gap-4">
      <h2 className="text-xl">{text.rename}</h2>
      <Field
        name="name"
        label={classText.name}
        required
        maxLength={100}
        defaultValue={classroom.name}
        error={fields.name}
      />
      <TextArea
        name="description"
        label={classText.description}
        hint={classText.descriptionHint}
        maxLength={2_000}
        defaultValue={classroom.description}
        error={fields.description}
      />
      <div className="grid justify-items-start gap-2">
        <Button type="submit" isBusy={isBusy}>
          {isBusy ? text.saving : text.save}
        </Button>
        <StatusLine tone="danger">{message}</StatusLine>
        <StatusLine tone="good">{said}</StatusLine>
      </div>
    </form>
  )
}
