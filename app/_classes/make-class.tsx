'use client'

import { useRouter } from 'next/navigation'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { callApi } from '../_api/call-api'
import { textOf, useSubmit } from '../_api/use-submit'
import { classesText } from '../_text/classes'
import { Button } from '../_ui/button'
import { Field } from '../_ui/field'
import { StatusLine } from '../_ui/status-line'
import { TextArea } from '../_ui/text-area'

export function MakeClass() {
  const text = useText(classesText)
  const router = useRouter()
  const { isBusy, message, fields, onSubmit } = useSubmit(
    (form) =>
      callApi<{ id: string }>('POST', '/classes', {
        name: textOf(form, 'name'),
        description: textOf(form, 'description'),
      }),
    ({ id }) => {
      router.push(`/classes/${id}`)
      return 'stay-busy'
    },
    ['name', 'description'],
  )
  return (
    <form onSubmit={onSubmit} className="border-hairline grid gap-4 border-t pt-8">
      <h2 className="text-lg">{text.make}</h2>
      <Field name="name" label={text.name} required maxLength={100} autoComplete="off" error={fields.name} />
      <TextArea
        name="description"
        label={text.description}
        hint={text.descriptionHint}
        maxLength={2_000}
        error={fields.description}
      />
      <div className="grid justify-items-start gap-2">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {isBusy ? text.making : text.make}
        </Button>
        <StatusLine tone="danger">{message}</StatusLine>
      </div>
    </form>
  )
}
